import Diagnostics
import Foundation
import Testing
import TestSupport

@testable import Files

struct `A folder that is held open` {
  @Test
  func `reads and writes plain files below, and makes the folders on the way`() throws {
    let temporary = try TemporaryFolder()
    let folder = try Folder(temporary.path)
    try folder.write([1, 2], to: "a/b/c", making: true)
    #expect(try folder.read("a/b/c", atMost: 2) == [1, 2])
    #expect(try folder.folder("a/b").names() == ["c"])
    #expect(folder.plainFile("a/b/c")?.bytes == 2)
    chmod("\(temporary.path)/a/b/c", 0o640)
    try folder.write([3], to: "./a//b/c")
    #expect(try folder.read("a/b/c", atMost: 2) == [3])
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(temporary.path)/a/b/c")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(!folder.remove("a/b"))
    folder.removeIfEmpty("a/b")
    #expect(folder.remove("a/b/c"))
    folder.removeIfEmpty("a/b")
    #expect(try folder.folder("a").names() == [])
  }

  @Test
  func `says what is in the way`() throws {
    let temporary = try TemporaryFolder()
    let folder = try Folder(temporary.path)
    mkdir("\(temporary.path)/d", 0o755)
    mkfifo("\(temporary.path)/pipe", 0o644)
    symlink("d", "\(temporary.path)/link")
    try temporary.write([1, 2, 3], to: "large")
    func reading(_ path: String) -> String? {
      #expect(throws: FileError.self) { try folder.read(path, atMost: 2) }
        .map { $0.message.english.replacingOccurrences(of: "\(temporary.path)/", with: "") }
    }
    let link = "link: this is a link, and none is followed beside a lesson"
    let outside = ": only what is inside the lesson's folder is used, by a path without '..'"
    #expect(reading("link") == link)
    #expect(reading("link/a") == link)
    #expect(reading("d") == "d: this is no plain file")
    #expect(reading("pipe") == "pipe: this is no plain file")
    #expect(reading("large/a") == "large: Not a directory")
    #expect(reading("large") == "large: this has more than 2 bytes")
    #expect(reading("no/a") == "no: No such file or directory")
    #expect(reading("/etc/hosts") == "/etc/hosts\(outside)")
    #expect(reading("d/../large") == "d/../large\(outside)")
    #expect(reading("large\0") == "large\0: No such file or directory")
    func writing(_ path: String) -> String? {
      #expect(throws: AtomicFileError.self) { try folder.write([1], to: path) }
        .map { $0.message.english.replacingOccurrences(of: "\(temporary.path)/", with: "") }
    }
    #expect(writing("d") == "d: cannot be written: Is a directory")
    #expect(writing("pipe") == "pipe: cannot be written: this is no plain file")
    #expect(
      writing("link/a")
        == "link: cannot be written: this is a link, and none is followed beside a lesson")
    #expect(writing("no/a") == "no: cannot be written: No such file or directory")
  }

  @Test
  func `knows which paths lead through it, however they are spelled`() throws {
    let temporary = try TemporaryFolder()
    mkdir("\(temporary.path)/lessons", 0o755)
    symlink("lessons", "\(temporary.path)/alias")
    let folder = try Folder("\(temporary.path)/lessons")
    let base = temporary.path
    #expect(folder.part(of: "\(base)/lessons/a/b.html") == "a/b.html")
    #expect(folder.part(of: "\(base)/alias/./b.html") == "b.html")
    #expect(folder.part(of: "\(base)/lessons/../lessons/b.html") == "b.html")
    #expect(folder.part(of: "\(base)/lessons/../b.html") == nil)
    #expect(folder.part(of: "\(base)/b.html") == nil)
    #expect(folder.part(of: "\(base)/lessons") == nil)
    #expect(folder.part(of: "no/b.html") == nil)
  }

  /// Trees with links to the outside, and to each other, in the place of any component; every access by
  /// every path leaves what is outside as it was, and gives none of its bytes.
  @Test(arguments: 0..<40)
  func `is never left, whatever stands in it`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let outside = try Tree(&random, secret: true)
    let inside = try Tree(&random, linkingTo: outside)
    let before = try outside.contents
    let folder = try Folder(inside.path)
    for _ in 0..<60 {
      let path = inside.somePath(&random, outside)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: try? folder.write(Array("mine".utf8), to: path, making: .random(using: &random))
      case 1: folder.remove(path)
      case 2: folder.removeIfEmpty(path)
      case 3: _ = try? folder.folder(path, making: true)
      case 4:
        if let below = try? folder.folder(path) { Leftovers.remove(in: below) }
      case 5: _ = FileLock.attempt(path, in: folder)
      case 6: try? folder.check(path)
      case 7:
        let names = (try? folder.folder(path).names()) ?? []
        #expect(!names.contains { $0 == "hidden" }, "\(path)")
      default:
        let bytes = (try? folder.read(path, atMost: 1000)) ?? []
        #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"), "\(path)")
        #expect(folder.plainFile(path)?.bytes != 77, "\(path)")
      }
    }
    #expect(try outside.contents == before)
  }
}

/// A tree of a few files and folders, some of them links.
private struct Tree {
  let folder: TemporaryFolder
  var path: String { folder.path }
  private static let names = ["a", "b", "c", ".caderno-99999999-1.tmp"]

  /// - Parameter secret: whether its files hold 77 bytes that nobody may read.
  init(_ random: inout SplitMix, secret: Bool = false, linkingTo outside: Tree? = nil) throws {
    folder = try TemporaryFolder()
    try fill(folder.path, depth: 0, &random, secret, outside)
  }

  private func fill(
    _ place: String, depth: Int, _ random: inout SplitMix, _ secret: Bool, _ outside: Tree?
  ) throws {
    for name in Self.names + (secret ? ["hidden"] : []) {
      let path = "\(place)/\(name)"
      switch Int.random(in: 0..<(outside == nil ? 2 : 6), using: &random) {
      case 0 where depth < 2:
        mkdir(path, 0o755)
        try fill(path, depth: depth + 1, &random, secret, outside)
      case 0, 1:
        let text = secret ? String(repeating: "secret.", count: 11) : "plain"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var old = [timeval(tv_sec: 1000, tv_usec: 0), timeval(tv_sec: 1000, tv_usec: 0)]
        utimes(path, &old)
      case 2: symlink(Self.names.randomElement(using: &random) ?? "", path)
      default: symlink(outside?.place(&random) ?? "", path)
      }
    }
  }

  /// A file or folder of the tree, or the tree itself.
  private func place(_ random: inout SplitMix) -> String {
    let below = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      "/" + (Self.names + ["hidden"]).randomElement(using: &random)!
    }
    return path + below.joined()
  }

  /// A path that somebody may try.
  func somePath(_ random: inout SplitMix, _ outside: Tree) -> String {
    if Int.random(in: 0..<12, using: &random) == 0 { return outside.place(&random) }
    let words = Self.names + Self.names + ["secret", ".", "", "..", "d"]
    return (0...Int.random(in: 0...3, using: &random)).map { _ in
      words.randomElement(using: &random)!
    }.joined(separator: "/")
  }

  /// Every name with its bytes, or "folder".
  var contents: [String: String] {
    get throws {
      var contents: [String: String] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        contents[name] =
          isFolder.boolValue
          ? "folder"
          : String(
            decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(),
            as: UTF8.self)
      }
      return contents
    }
  }
}
