import Caching
import Diagnostics
import Files
import Foundation
import Testing
import TestSupport

struct `A cache of results` {
  let folder: TemporaryFolder
  let cache: ResultCache
  let address = CacheAddress("training", key: "0123456789abcdef", part: 3)
  private var path: String { "\(cache.folder)/training/01/0123456789abcdef-3.result" }

  init() throws {
    folder = try TemporaryFolder()
    cache = ResultCache(folder: "\(folder.path)/cache")
  }

  @Test
  func `gives back what was kept, and nothing where nothing was`() throws {
    #expect(try cache.result(at: address) == nil)
    for bytes in [[], [1, 2, 3], [UInt8](repeating: 10, count: 100_000)] {
      try cache.keep(bytes, at: address)
      #expect(try cache.result(at: address) == bytes)
    }
    cache.forget(address)
    #expect(try cache.result(at: address) == nil)
  }

  @Test
  func `lists the parts of a key`() throws {
    for part in [10, 2, 7] {
      try cache.keep([1], at: CacheAddress("training", key: address.key, part: part))
    }
    try cache.keep([1], at: CacheAddress("training", key: "0123456789abcd"))
    #expect(cache.parts(of: "training", key: address.key) == [2, 7, 10])
    #expect(cache.parts(of: "outputs", key: address.key) == [])
  }

  /// Every single byte of the file, changed or cut off behind.
  @Test
  func `finds a file that is torn or altered anywhere`() throws {
    try cache.keep(Array("a result".utf8), at: address)
    let whole = try #require(FileManager.default.contents(atPath: path))
    for index in whole.indices {
      var altered = whole
      altered[index] ^= 4
      try altered.write(to: URL(fileURLWithPath: path))
      #expect(throws: CacheProblem.self, "byte \(index)") { try cache.result(at: address) }
      try whole.prefix(index).write(to: URL(fileURLWithPath: path))
      #expect(throws: CacheProblem.self, "length \(index)") { try cache.result(at: address) }
    }
  }

  @Test
  func `says in words what is wrong with a file`() throws {
    try cache.keep([1, 2], at: address)
    func problem() -> String? {
      #expect(throws: CacheProblem.self) { try cache.result(at: address) }?.message.english
    }
    let whole = try #require(FileManager.default.contents(atPath: path))
    try whole.dropLast().write(to: URL(fileURLWithPath: path))
    #expect(problem() == "\(path) is torn or was altered; the result is made anew")
    try Data("hello\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(problem() == "\(path) is no file of this cache; the result is made anew")
    let other = CacheAddress("training", key: address.key, part: 4)
    try cache.keep([1, 2], at: other)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(
      atPath: path.replacingOccurrences(of: "-3.", with: "-4."), toPath: path)
    #expect(
      problem() == "\(path) holds another result than its name says; the result is made anew")
  }

  @Test
  func `names what keeps it from writing`() throws {
    let blocked = ResultCache(folder: try folder.write([1], to: "file"))
    let error = #expect(throws: AtomicFileError.self) { try blocked.keep([1], at: address) }
    #expect(
      error?.message.english
        == "\(folder.path)/file: cannot be written: Not a directory")
  }

  @Test
  func `is pruned by age, then by size, the oldest first`() throws {
    for part in 0..<4 {
      try cache.keep(
        [UInt8](repeating: 1, count: 1000),
        at: CacheAddress("training", key: "ab12cd34", part: part)
      )
      let path = "\(cache.folder)/training/ab/ab12cd34-\(part).result"
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(part) * 100)], ofItemAtPath: path)
    }
    let survey = CacheSurvey(cache)
    #expect(survey.files.map(\.written) == [0, 100, 200, 300])
    #expect(survey.surplus(before: nil, above: nil).isEmpty)
    #expect(survey.surplus(before: 150, above: nil).map(\.written) == [0, 100])
    let one = survey.files[0].bytes
    #expect(survey.surplus(before: 50, above: 2 * one).map(\.written) == [0, 100])
    #expect(survey.remove(survey.surplus(before: nil, above: 0)) == survey.bytes)
    #expect(CacheSurvey(cache).files.isEmpty)
  }
}
