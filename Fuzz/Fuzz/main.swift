import CFuzzer
import Foundation
import FuzzTargets

/// `fuzz TARGET …` runs libFuzzer with the options that follow; `fuzz --list` names the targets,
/// `fuzz --seeds TARGET FOLDER` writes where to start from, `fuzz --words TARGET` the words for libFuzzer's
/// dictionary, and `fuzz --show TARGET FILE` tells what an input means.
private func answer() -> CInt {
  let words = Array(CommandLine.arguments.dropFirst())
  func target(_ place: Int) -> (any FuzzTarget.Type)? {
    guard words.indices.contains(place) else { return nil }
    return FuzzCatalog.all.first { $0.name == words[place] }
  }
  switch words.first {
  case "--list":
    for target in FuzzCatalog.all { print(target.name) }
    return 0
  case "--seeds":
    guard let target = target(1), words.count == 3 else { return 64 }
    for (index, seed) in target.seeds.enumerated() {
      let file = URL(fileURLWithPath: words[2]).appendingPathComponent("seed-\(index)")
      guard (try? Data(seed).write(to: file)) != nil else { return 3 }
    }
    return 0
  case "--words":
    guard let target = target(1) else { return 64 }
    for word in target.words { print(entry(word)) }
    return 0
  case "--show":
    guard let target = target(1), words.count == 3,
      let data = try? Data(contentsOf: URL(fileURLWithPath: words[2]))
    else { return 64 }
    print(target.text(of: [UInt8](data)))
    return 0
  default:
    guard let target = target(0) else { return 64 }
    return Fuzzer.run(target)
  }
}

/// A line of libFuzzer's dictionary.
private func entry(_ word: String) -> String {
  let bytes = word.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
    case 0x20..<0x7F: String(UnicodeScalar(byte))
    default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
  return "\"\(bytes.joined())\""
}

exit(answer())
