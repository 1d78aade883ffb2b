/// The run of backticks or tildes that a line begins with (CommonMark 0.30, section 4.5).
struct FenceMarks {
  let mark: UInt8
  let count: Int
  private let rest: ArraySlice<UInt8>

  /// Nil where the line has no run of at least three, or is indented by more than three.
  init?(_ line: [UInt8]) {
    let indent = line.prefix { $0 == 0x20 }.count
    guard indent <= 3, indent < line.count else { return nil }
    mark = line[indent]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let run = line[indent...].prefix { [mark] in $0 == mark }
    count = run.count
    guard count >= 3 else { return nil }
    rest = line[run.endIndex...]
  }

  /// The first word of the info string.
  var word: String {
    let word = rest.drop { $0 == 0x20 || $0 == 0x09 }.prefix { ![0x20, 0x09, 0x7B].contains($0) }
    return String(decoding: word, as: UTF8.self)
  }

  /// Whether it can open a fence: the info string of a backtick fence has no backtick.
  var opens: Bool { mark == UInt8(ascii: "~") || !rest.contains(mark) }

  /// Whether it closes a fence that was opened by `count` of `mark`.
  func closes(mark: UInt8, count: Int) -> Bool {
    self.mark == mark && self.count >= count && rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
