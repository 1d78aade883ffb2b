import Diagnostics
import Files
import Foundation
import Testing
import TestSupport

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
    try folder.write([1], to: "a.md")
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
