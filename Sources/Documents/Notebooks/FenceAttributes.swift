/// An info string: a language word and Pandoc's attributes, `python {.model #cnn summary=true}`.
struct FenceAttributes {
  struct Name {
    let text: String
    /// With the point or number sign in front.
    let range: Range<Int>
  }

  private(set) var language: Name?
  /// Whether other words than attributes follow the language.
  private(set) var hasOtherWords = false
  private(set) var classes: [Name] = []
  private(set) var ids: [Name] = []
  private(set) var options: [Option] = []
  /// Where reading stopped, for attributes that can't be read.
  private(set) var problem: Range<Int>?

  let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads an info string; ranges are in the indices of `info`.
  init(_ info: ArraySlice<UInt8>) {
    bytes = info
    index = info.startIndex
    if Self.pythonCells.contains(text(info).lowercased()) {
      language = Name(text: "python", range: info.startIndex..<info.endIndex)
      return
    }
    readLanguage()
    guard index < bytes.endIndex else { return }
    readAttributes()
  }

  /// Fences of Python as other programs write them: Quarto, R Markdown, MyST, Pandoc.
  private static let pythonCells: Set = [
    "{python}", "{python3}", "{code-cell}", "{code-cell} python", "{code-cell} python3",
    "{code-cell} ipython3", "{.python}",
  ]

  /// Whether the language is Python, by any of its names.
  var isPython: Bool {
    ["python", "py", "python3"].contains(language?.text.lowercased() ?? "")
  }

  /// Whether the fence holds Python and names no class but those of exercises and solutions.
  var isPlainPython: Bool {
    isPython && problem == nil && !hasOtherWords
      && classes.allSatisfy { TeachingPart.Kind(rawValue: $0.text) != nil }
  }

  /// Whether it is another program's fence of Python, with settings that only that program knows.
  var isForeignPython: Bool {
    let info = text(bytes).lowercased()
    return !isPython && ["{python", "{code-cell"].contains { info.hasPrefix($0) }
  }

  private mutating func readLanguage() {
    let word = bytes.prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "{") }
    if !word.isEmpty {
      language = Name(text: text(word), range: word.startIndex..<word.endIndex)
    }
    index = bytes[word.endIndex...].drop(while: Self.isBlank).startIndex
    // Words after the language are an ordinary info string without attributes.
    guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "{") else { return }
    hasOtherWords = true
    index = bytes.endIndex
  }

  private mutating func readAttributes() {
    index += 1
    while true {
      index = bytes[index...].drop(while: Self.isBlank).startIndex
      guard index < bytes.endIndex else { return fail(bytes.startIndex..<bytes.endIndex) }
      switch bytes[index] {
      case UInt8(ascii: "}"):
        if index + 1 < bytes.endIndex { fail(index + 1..<bytes.endIndex) }
        return
      case UInt8(ascii: "."): classes.append(readName())
      case UInt8(ascii: "#"): ids.append(readName())
      default: guard readOption() else { return }
      }
    }
  }

  private mutating func readName() -> Name {
    let name = bytes[(index + 1)...].prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "}") }
    defer { index = name.endIndex }
    return Name(text: text(name), range: index..<name.endIndex)
  }

  private mutating func readOption() -> Bool {
    let ends = Array("=} \t".utf8)
    let name = bytes[index...].prefix { !ends.contains($0) }
    guard !name.isEmpty, name.endIndex < bytes.endIndex,
      bytes[name.endIndex] == UInt8(ascii: "="), let value = readValue(from: name.endIndex + 1)
    else {
      fail(index..<max(index + 1, name.endIndex))
      return false
    }
    let range = name.startIndex..<name.endIndex
    options.append(Option(name: text(name), nameRange: range, value: value))
    index = value.range.upperBound
    return true
  }

  private func readValue(from start: Int) -> OptionValue? {
    guard start < bytes.endIndex else { return nil }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let word = bytes[start...].prefix { !Self.isBlank($0) && $0 != UInt8(ascii: "}") }
      let text = text(word)
      return OptionValue(kind: PlainScalar.kind(of: text), text: text, range: start..<word.endIndex)
    }
    var content: [UInt8] = []
    var place = start + 1
    while place < bytes.endIndex, bytes[place] != quote {
      if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.endIndex { place += 1 }
      content.append(bytes[place])
      place += 1
    }
    guard place < bytes.endIndex else { return nil }
    let text = String(decoding: content, as: UTF8.self)
    return OptionValue(kind: .string(text), text: text, range: start..<place + 1)
  }

  private mutating func fail(_ range: Range<Int>) { problem = range }

  private func text(_ slice: ArraySlice<UInt8>) -> String { String(decoding: slice, as: UTF8.self) }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
