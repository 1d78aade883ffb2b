/// Text as a terminal would leave it: carriage returns and backspaces go back, what is written there
/// replaces what was, and sequences move, erase and color. Lines are as long as they are.
///
/// Cost: linear in the text's length; a sequence moves to the right by no more than a terminal's width.
struct TerminalScreen {
  /// A character and the number of its style.
  struct Character {
    /// The scalar in the low 21 bits, the style above.
    private let bits: UInt32
    init(_ scalar: Unicode.Scalar, _ style: Int) { bits = scalar.value | UInt32(style) << 21 }
    var scalar: Unicode.Scalar { Unicode.Scalar(bits & 0x1F_FFFF) ?? "\u{FFFD}" }
    var style: Int { Int(bits >> 21) }
  }

  private(set) var lines: [[Character]] = [[]]
  /// The styles that occur, the plain one first.
  private(set) var styles = [TerminalStyle()]
  private var numbers = [TerminalStyle(): 0]
  private var style = TerminalStyle()
  private var number = 0
  private var (row, column) = (0, 0)

  /// How far to the right sequences reach; and how many styles are told apart.
  private static let width = 80
  private static let mostStyles = 2048

  init(_ text: String) {
    var reader = TerminalReader(text)
    while let piece = reader.next() {
      switch piece {
      case .character(let scalar): put(scalar)
      case .lineFeed: feed()
      case .carriageReturn: column = 0
      case .backspace: column = max(0, column - 1)
      case .control(let final, let fields): control(final, fields)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let character = Character(scalar, number)
    let count = lines[row].count
    if column < count {
      lines[row][column] = character
    } else {
      if column > count { fill(to: column) }
      lines[row].append(character)
    }
    column += 1
  }

  /// Blanks up to a column: at most a terminal's width of them.
  private mutating func fill(to column: Int) {
    let missing = column - lines[row].count
    lines[row] += Array(repeating: Character(" ", 0), count: missing)
  }

  private mutating func feed() {
    row += 1
    column = 0
    if row == lines.count { lines.append([]) }
  }

  private mutating func control(_ final: Unicode.Scalar, _ fields: [[Int]]) {
    let first = fields.first?.first ?? 0
    let distance = max(1, first)
    switch final {
    case "m": rendition(fields)
    case "A": move(to: row - min(row, distance))
    case "B": move(to: min(lines.count - 1, row + min(distance, lines.count)))
    case "C": column = min(column + distance, max(column, reach))
    case "D": column -= min(column, distance)
    case "E": (column, row) = (0, min(lines.count - 1, row + min(distance, lines.count)))
    case "F": (column, row) = (0, row - min(row, distance))
    case "G": column = min(distance - 1, reach)
    case "K": eraseLine(first)
    case "J" where first == 0: eraseBelow()
    default: break
    }
  }

  /// The column that sequences reach: the line's end, or a terminal's width.
  private var reach: Int { max(Self.width, lines[row].count) }

  /// Another line at the same column, as far as a terminal is wide.
  private mutating func move(to line: Int) {
    row = line
    column = min(column, reach)
  }

  private mutating func eraseLine(_ what: Int) {
    switch what {
    case 0 where column < lines[row].count: lines[row].removeSubrange(column...)
    case 1:
      let count = min(column + 1, lines[row].count)
      lines[row].replaceSubrange(..<count, with: repeatElement(Character(" ", 0), count: count))
    case 2:
      lines[row].removeAll(keepingCapacity: true)
      column = min(column, Self.width)
    default: break
    }
  }

  private mutating func eraseBelow() {
    eraseLine(0)
    lines.removeSubrange((row + 1)...)
  }

  private mutating func rendition(_ fields: [[Int]]) {
    style.apply(fields.isEmpty ? [[0]] : fields)
    if let known = numbers[style] {
      number = known
    } else if styles.count < Self.mostStyles {
      number = styles.count
      numbers[style] = number
      styles.append(style)
    } else {
      number = 0
    }
  }
}
