import Foundation

/// A folder with a small MNIST-shaped data set and a cache, removed at the end of its test.
final class KeptFolder {
  let path: String
  /// What the last run had to say.
  var notices: [String] = []

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/caderno-kept-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, count) in [("train", 40), ("t10k", 20)] {
      var chance = Chance(count)
      let pixels = (0..<count * 784).map { _ in UInt8(chance.below(256)) }
      let labels = (0..<count).map { UInt8($0 % 10) }
      try write(
        [0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 28, 0, 0, 0, 28] + pixels,
        "\(name)-images-idx3-ubyte")
      try write([0, 0, 8, 1, 0, 0, 0, UInt8(count)] + labels, "\(name)-labels-idx1-ubyte")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func flip(_ name: String, at offset: Int) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    var bytes = [UInt8](try Data(contentsOf: url))
    bytes[offset] ^= 255
    try Data(bytes).write(to: url)
  }

  /// Gives up the cache.
  func forget() throws { try FileManager.default.removeItem(atPath: "\(path)/cache") }

  /// All results that are kept.
  func cacheFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(path)/cache")
      .filter { $0.hasSuffix(".result") }.map { "\(path)/cache/\($0)" }
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }
}

/// Reproducible choices.
struct Chance {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 0xD134_2543_DE82_EF95 &+ 1
    return Int(state >> 33) % limit
  }
}

/// Edits of a lesson that no output depends on but in how it is shown.
enum ProseEdit: CaseIterable {
  case word, blankLine, paragraph, heading, caption, alt, comment, spaces

  static let all = allCases

  func apply(_ text: String, _ chance: inout Chance) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let prose = Self.proseLines(lines)
    let line = prose[chance.below(prose.count)]
    switch self {
    case .word: lines[line] += " word\(chance.below(1000))"
    case .blankLine: lines.insert("", at: line)
    case .paragraph:
      lines.insert(contentsOf: ["", "A paragraph *\(chance.below(9))*.", ""], at: line)
    case .heading: lines.insert(contentsOf: ["", "## Heading \(chance.below(99))", ""], at: line)
    case .caption: Self.setOption("caption", "\"c\(chance.below(99))\"", in: &lines)
    case .alt: Self.setOption("alt", "\"a\(chance.below(99))\"", in: &lines)
    case .comment: Self.insert("# comment \(chance.below(99))", after: "model: m", in: &lines)
    case .spaces:
      lines = lines.map { $0.hasPrefix("epochs:") ? $0.replacing(": ", with: ":  ") : $0 }
    }
    return lines.joined(separator: "\n")
  }

  /// Lines outside of fences and the front matter that aren't blank.
  private static func proseLines(_ lines: [String]) -> [Int] {
    var inFence = false
    var result: [Int] = []
    let start = (lines.dropFirst().firstIndex(of: "---") ?? 0) + 1
    for index in start..<lines.count {
      if lines[index].hasPrefix("```") {
        inFence.toggle()
      } else if !inFence, !lines[index].isEmpty, !lines[index].hasPrefix("#") {
        result.append(index)
      }
    }
    return result
  }

  /// Sets an attribute of the evaluation, whose figure shows it.
  private static func setOption(_ name: String, _ value: String, in lines: inout [String]) {
    guard let index = lines.firstIndex(where: { $0.contains(".evaluate") }) else { return }
    var words = lines[index].dropLast().split(separator: " ").filter { !$0.hasPrefix("\(name)=") }
    words.append("\(name)=\(value)")
    lines[index] = words.joined(separator: " ") + "}"
  }

  private static func insert(_ line: String, after marker: String, in lines: inout [String]) {
    guard let index = lines.firstIndex(of: marker) else { return }
    lines.insert(line, at: index + 1)
  }
}
