import Foundation
import Testing
import TestSupport

@testable import Files

struct `A file lock` {
  @Test
  func `is held by one at a time and freed with its holder`() throws {
    let temporary = try TemporaryFolder()
    let folder = try Folder(temporary.path)
    do {
      let first = FileLock.wait(for: "a.lock", in: folder)
      #expect(first != nil)
      guard case .busy = FileLock.attempt("a.lock", in: folder) else {
        Issue.record("a second lock was given")
        return
      }
      withExtendedLifetime(first) {}
    }
    guard case .held = FileLock.attempt("a.lock", in: folder) else {
      Issue.record("the lock was not freed")
      return
    }
  }

  @Test
  func `is given up where the caller wants no more`() throws {
    let temporary = try TemporaryFolder()
    let folder = try Folder(temporary.path)
    let first = FileLock.wait(for: "a.lock", in: folder)
    var waits = 0
    #expect(
      FileLock.wait(for: "a.lock", in: folder, isCancelled: { true }, onWait: { waits += 1 }) == nil
    )
    #expect(waits == 1)
    withExtendedLifetime(first) {}
  }

  @Test
  func `can't be had where its file can't be made`() throws {
    let folder = try TemporaryFolder()
    mkdir("\(folder.path)/a.lock", 0o755)
    symlink("b.lock", "\(folder.path)/c.lock")
    for name in ["a.lock", "c.lock", "no/a.lock"] {
      #expect(FileLock.wait(for: name, in: try Folder(folder.path)) == nil)
    }
    #expect(folder.names == ["a.lock", "c.lock"])
  }
}

struct `A file's identity` {
  @Test
  func `stays while nobody writes, and changes with a byte of the same size and date`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([1, 2, 3], to: "a")
    let before = try #require(FileIdentity(path))
    #expect(FileIdentity(path) == before)
    #expect(!before.isSettled)
    let date = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: [9])
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(FileIdentity(path) != before)
  }

  @Test
  func `is nil where there is no file`() { #expect(FileIdentity("/no/such/file") == nil) }
}

struct `Leftovers of killed writers` {
  @Test
  func `are removed once they are old and their process is gone`() throws {
    let folder = try TemporaryFolder()
    // No process has the largest number that a system gives out.
    let gone = try folder.write([1], to: ".caderno-99999999-1.tmp")
    let fresh = try folder.write([1], to: ".caderno-99999999-2.tmp")
    let alive = try folder.write([1], to: ".caderno-\(getpid())-3.tmp")
    let other = try folder.write([1], to: "caderno-99999999-4.tmp")
    let old = Date(timeIntervalSinceNow: -3600)
    for path in [gone, alive, other] {
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    }
    #expect(Leftovers.remove(in: try Folder(folder.path)) == [".caderno-99999999-1.tmp"])
    for path in [fresh, alive, other] { #expect(FileManager.default.fileExists(atPath: path)) }
  }
}
