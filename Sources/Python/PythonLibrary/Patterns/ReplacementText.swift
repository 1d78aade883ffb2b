internal import PythonRuntime
internal import Texts

/// What `re.sub` puts in place of a match: text and groups, such as `\1` and `\g<name>`.
struct ReplacementText {
  private enum Part {
    case text(String)
    case group(Int)
  }

  private var parts: [Part] = []

  init(_ template: String, _ pattern: PatternObject, _ machine: Machine) throws(PyError) {
    let scalars = Array(template.unicodeScalars)
    do throws(PatternProblem) {
      try read(scalars, pattern)
    } catch {
      throw machine.error(
        error.message.hasPrefix("unknown group name") ? "IndexError" : "re.error",
        error.text(in: scalars))
    }
  }

  /// The text with a match's groups in it; groups that took no part are empty.
  func text(for match: MatchObject) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .group(let number): match.group(number) ?? ""
      }
    }.joined()
  }

  private mutating func read(
    _ scalars: [Unicode.Scalar], _ pattern: PatternObject
  ) throws(PatternProblem) {
    var (place, text) = (0, "")
    while place < scalars.count {
      let scalar = scalars[place]
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        place += 1
        continue
      }
      guard place + 1 < scalars.count else {
        throw PatternProblem("bad escape (end of pattern)", place)
      }
      let before = place
      let part = try escape(scalars, &place, pattern)
      guard case .text(let plain) = part else {
        guard case .group(let number) = part else { continue }
        guard number <= pattern.program.groupCount else {
          throw PatternProblem("invalid group reference \(number)", before + 1)
        }
        parts += [.text(text), part]
        text = ""
        continue
      }
      text += plain
    }
    parts.append(.text(text))
  }

  private func escape(
    _ scalars: [Unicode.Scalar], _ place: inout Int, _ pattern: PatternObject
  ) throws(PatternProblem) -> Part {
    let start = place
    let scalar = scalars[place + 1]
    place += 2
    let plain: [Unicode.Scalar: String] = [
      "n": "\n", "t": "\t", "r": "\r", "f": "\u{C}", "v": "\u{B}", "a": "\u{7}", "b": "\u{8}",
      "\\": "\\",
    ]
    if let found = plain[scalar] { return .text(found) }
    if scalar == "g" { return try named(scalars, &place, pattern) }
    if ("0"..."9").contains(scalar) { return number(scalars, &place) }
    if scalar.properties.isAlphabetic, scalar.isASCII {
      throw PatternProblem("bad escape \\\(scalar)", start)
    }
    return .text("\\\(scalar)")
  }

  /// `\0` and three octal digits are a character, one or two others a group.
  private func number(_ scalars: [Unicode.Scalar], _ place: inout Int) -> Part {
    let first = place - 1
    let rest = scalars[first..<min(first + 3, scalars.count)]
    let octal = rest.prefix { ("0"..."7").contains($0) }
    let isCharacter = scalars[first] == "0" || octal.count == 3
    let digits = isCharacter ? octal : rest.prefix(2).prefix { ("0"..."9").contains($0) }
    place = first + digits.count
    let text = String(String.UnicodeScalarView(digits))
    guard isCharacter else { return .group(Int(text) ?? 0) }
    let code = (UInt32(text, radix: 8) ?? 0) & 0xFF
    return .text(Unicode.Scalar(code).map { String($0) } ?? "")
  }

  private func named(
    _ scalars: [Unicode.Scalar], _ place: inout Int, _ pattern: PatternObject
  ) throws(PatternProblem) -> Part {
    guard place < scalars.count, scalars[place] == "<" else {
      throw PatternProblem("missing <", place)
    }
    let start = place + 1
    let rest = scalars[start...].prefix { $0 != ">" }
    let name = String(String.UnicodeScalarView(rest))
    guard start + rest.count < scalars.count else {
      throw PatternProblem("missing >, unterminated name", start)
    }
    if name.isEmpty { throw PatternProblem("missing group name", start) }
    place = start + rest.count + 1
    if let number = Int(name) {
      guard number <= pattern.program.groupCount else {
        throw PatternProblem("invalid group reference \(number)", start)
      }
      return .group(number)
    }
    guard let number = pattern.names[name] else {
      throw PatternProblem("unknown group name \(TextLiteral.repr(name))", nil)
    }
    return .group(number)
  }
}
