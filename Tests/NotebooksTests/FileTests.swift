import Diagnostics
import Foundation
import Notebooks
import Testing
import TestSupport

struct `Reading a notebook file` {
  @Test
  func `gives its bytes and path`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("olá\r\n".utf8), to: "a.md")
    let source = try NotebookFile.read(path)
    #expect(source.file == path)
    #expect(source.bytes == Array("olá\r\n".utf8))
  }

  @Test
  func `names a missing file`() {
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read("no/such.md") }
    #expect(error?.message.english == "no/such.md: there is no such file")
    #expect(error?.message.portuguese == "no/such.md: o arquivo não existe")
  }

  @Test
  func `names a folder`() {
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read("/") }
    #expect(error?.message.english == "/: this is a folder, not a file")
  }

  @Test
  func `names a device`() {
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read("/dev/null") }
    #expect(error?.message.english == "/dev/null: cannot be read: not a regular file")
  }

  @Test
  func `names the first byte that is not UTF-8`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("é\nab".utf8) + [0xC3, 0x28], to: "a.md")
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }
    #expect(
      error?.message.english == "\(path): not UTF-8: line 2 has an invalid byte at offset 5")
  }

  @Test
  func `refuses a file of more than 64 MiB without reading it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "a.md")
    #expect(truncate(path, off_t(NotebookFile.sizeLimit + 1)) == 0)
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }
    #expect(
      error == .tooLarge(path: path, bytes: 67_108_865, limit: 67_108_864))
  }
}
