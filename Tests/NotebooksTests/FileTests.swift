import Diagnostics
import Foundation
import Notebooks
import Testing

/// A folder that lives as long as one test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func file(_ name: String, _ bytes: [UInt8]) -> String {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
    return "\(path)/\(name)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

struct `Reading a notebook file` {
  @Test
  func `gives its bytes and path`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.md", Array("olá\r\n".utf8))
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
    let path = folder.file("a.md", Array("é\nab".utf8) + [0xC3, 0x28])
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }
    #expect(
      error?.message.english == "\(path): not UTF-8: line 2 has an invalid byte at offset 5")
  }

  @Test
  func `refuses a file of more than 64 MiB without reading it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.md", [])
    #expect(truncate(path, off_t(NotebookFile.sizeLimit + 1)) == 0)
    let error = #expect(throws: NotebookFileError.self) { try NotebookFile.read(path) }
    #expect(
      error == .tooLarge(path: path, bytes: 67_108_865, limit: 67_108_864))
  }
}

struct `Writing a file` {
  @Test
  func `makes it or replaces it and keeps its mode`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.md"
    try AtomicFile.write([1], to: path)
    chmod(path, 0o640)
    try AtomicFile.write([2, 3], to: path)
    #expect(FileManager.default.contents(atPath: path) == Data([2, 3]))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(folder.names == ["a.md"])
  }

  @Test
  func `follows a symbolic link`() throws {
    let folder = try TemporaryFolder()
    _ = folder.file("a.md", [1])
    #expect(symlink("a.md", "\(folder.path)/link") == 0)
    try AtomicFile.write([2], to: "\(folder.path)/link")
    #expect(FileManager.default.contents(atPath: "\(folder.path)/a.md") == Data([2]))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "a.md")
  }

  @Test
  func `says why it can't and leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    mkdir("\(folder.path)/d", 0o755)
    let error = #expect(throws: AtomicFileError.self) {
      try AtomicFile.write([1], to: "\(folder.path)/d")
    }
    #expect(error?.message.english == "\(folder.path)/d: cannot be written: Is a directory")
    let long = "\(folder.path)/" + String(repeating: "x", count: 300)
    let other = #expect(throws: AtomicFileError.self) { try AtomicFile.write([1], to: long) }
    #expect(other?.cause == "File name too long")
    let missing = #expect(throws: AtomicFileError.self) {
      try AtomicFile.write([1], to: "\(folder.path)/no/a.md")
    }
    #expect(missing?.cause == "No such file or directory")
    #expect(folder.names == ["d"])
  }
}
