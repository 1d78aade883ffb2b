/// Reads JSON (RFC 8259). Cost: linear.
public struct JSONReader<Maker: JSONMaker> {
  /// Who makes values of what is found, with what it gathered on the way.
  public private(set) var maker: Maker
  private var scanner: JSONScanner

  /// - Parameter bytes: a whole file in UTF-8; whether a byte order mark is skipped, the maker
  ///   says.
  public init(_ bytes: [UInt8], _ maker: Maker) {
    self.maker = maker
    scanner = JSONScanner(bytes, isLenient: maker.isLenient)
  }

  /// Escapes of half a surrogate pair, which are read as U+FFFD.
  var loneSurrogates: [Range<Int>] { scanner.loneSurrogates }

  /// The one value that there is.
  ///
  /// - Throws: what is wrong first.
  public mutating func read() throws(Maker.Failure) -> Maker.Made {
    if !maker.isLenient { scanner.skipByteOrderMark() }
    let made = try value(depth: 0)
    try scan { scanner throws(JSONProblem) in try scanner.end() }
    return made
  }

  private mutating func scan<Found>(
    _ body: (inout JSONScanner) throws(JSONProblem) -> Found
  ) throws(Maker.Failure) -> Found {
    do throws(JSONProblem) {
      return try body(&scanner)
    } catch {
      throw maker.failure(scanner.clamped(error))
    }
  }

  private mutating func value(depth: Int) throws(Maker.Failure) -> Maker.Made {
    scanner.skipBlanks()
    let start = scanner.index
    try maker.begin(at: start, depth: depth)
    switch scanner.peek {
    case UInt8(ascii: "{"):
      let members = try members(depth: depth)
      return try maker.object(members, start..<scanner.index)
    case UInt8(ascii: "["):
      let elements = try elements(depth: depth)
      return try maker.array(elements, start..<scanner.index)
    default:
      let scalar = try scan { scanner throws(JSONProblem) in try scanner.scalar() }
      return try maker.scalar(scalar, start..<scanner.index)
    }
  }

  private mutating func elements(depth: Int) throws(Maker.Failure) -> [Maker.Made] {
    try maker.enter(object: false)
    defer { maker.leave() }
    scanner.index += 1
    var elements: [Maker.Made] = []
    if scanner.skip("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      let isLast = try scan { scanner throws(JSONProblem) in try scanner.isLast("]") }
      if isLast { return elements }
    }
  }

  private mutating func members(depth: Int) throws(Maker.Failure) -> [JSONMember<Maker.Made>] {
    try maker.enter(object: true)
    defer { maker.leave() }
    scanner.index += 1
    var members: [JSONMember<Maker.Made>] = []
    var names = Set<String>()
    if scanner.skip("}") { return members }
    while true {
      let (name, range) = try scan { scanner throws(JSONProblem) in
        try scanner.name(amongst: &names)
      }
      let value = try value(depth: depth + 1)
      members.append(JSONMember(name: name, nameRange: range, value: value))
      let isLast = try scan { scanner throws(JSONProblem) in try scanner.isLast("}") }
      if isLast { return members }
    }
  }
}

extension JSONNode {
  /// Reads a file.
  ///
  /// - Returns: its value, and the escapes of half a surrogate pair, which are read as U+FFFD.
  public static func read(
    _ bytes: [UInt8]
  ) throws(JSONProblem) -> (root: JSONNode, loneSurrogates: [Range<Int>]) {
    var reader = JSONReader(bytes, JSONNodeMaker(size: bytes.count))
    return (try reader.read(), reader.loneSurrogates)
  }
}
