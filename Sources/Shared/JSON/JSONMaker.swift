/// A value of JSON that holds no other; strings are decoded.
public enum JSONScalar: Sendable {
  case null
  case bool(Bool)
  /// As it is written; `NaN`, `Infinity` and `-Infinity` too, which Python writes.
  case number(String)
  case string(String)
}

/// A member of an object: its name, where that stands, and its value.
public struct JSONMember<Made> {
  /// The name, decoded.
  public let name: String
  /// Where the name stands in the file, in bytes, with its quotes.
  public let nameRange: Range<Int>
  /// What the maker made of the member's value.
  public let value: Made
}

/// What a reader makes of the values that it finds.
public protocol JSONMaker {
  /// What becomes of a value.
  associatedtype Made
  /// What reading throws, in the maker's own words or those of `JSONProblem`.
  associatedtype Failure: Error

  /// Whether an object may have a name twice and a number end before a sign that could belong to it, as in Python.
  var isLenient: Bool { get }

  /// Hears of each value before it is read, at its first byte.
  ///
  /// - Parameter depth: how many arrays and objects it stands in.
  mutating func begin(at place: Int, depth: Int) throws(Failure)
  /// Hears of the inside of an array or an object; `leave` follows, whatever happens there.
  mutating func enter(object: Bool) throws(Failure)
  /// Hears of the end of an array or an object, also where reading it failed.
  mutating func leave()
  /// Makes something of a value that holds no other, and of the bytes where it stands.
  mutating func scalar(_ scalar: JSONScalar, _ range: Range<Int>) throws(Failure) -> Made
  /// Makes something of an array, once all its elements are made; the bytes are those of both
  /// brackets and all between.
  mutating func array(_ elements: [Made], _ range: Range<Int>) throws(Failure) -> Made
  /// Makes something of an object, once all its members are made, which stand in the order of the
  /// file.
  mutating func object(_ members: [JSONMember<Made>], _ range: Range<Int>) throws(Failure) -> Made
  /// Turns what the reader found wrong into the maker's own error.
  func failure(_ problem: JSONProblem) -> Failure
}

/// Makes values with their places, within bounds.
struct JSONNodeMaker: JSONMaker {
  /// A node, so that every value keeps its place.
  typealias Made = JSONNode
  /// The problem itself, without other words.
  typealias Failure = JSONProblem

  /// How deep values may be nested; Jupyter's own stay below ten.
  static let depthLimit = 200
  /// How many values a file may have: bounds the memory.
  static let valueLimit = 4_000_000

  private let size: Int
  private var count = 0

  /// - Parameter size: how many bytes there are.
  init(size: Int) { self.size = size }

  /// Never: files are held to RFC 8259, and to unique names.
  var isLenient: Bool { false }

  /// Counts the value.
  ///
  /// - Throws: `.tooMany` beyond four million values, `.tooDeep` beyond ``depthLimit``.
  mutating func begin(at place: Int, depth: Int) throws(JSONProblem) {
    count += 1
    if count > Self.valueLimit {
      throw JSONProblem(.tooMany(limit: Self.valueLimit), place..<place)
    }
    if depth > Self.depthLimit {
      throw JSONProblem(.tooDeep(limit: Self.depthLimit), place..<min(place + 1, size))
    }
  }

  /// Nothing to do: depths come with each value.
  mutating func enter(object: Bool) {}
  /// Nothing to do, as on entering.
  mutating func leave() {}

  /// A leaf; numbers keep their text.
  mutating func scalar(_ scalar: JSONScalar, _ range: Range<Int>) -> JSONNode {
    let kind: JSONNode.Kind =
      switch scalar {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .number(let text): .number(text)
      case .string(let text): .string(text)
      }
    return JSONNode(kind: kind, range: range)
  }

  /// An array's node, whose elements know their own places.
  mutating func array(_ elements: [JSONNode], _ range: Range<Int>) -> JSONNode {
    JSONNode(kind: .array(elements), range: range)
  }

  /// An object's node, whose members stand in the order of the file.
  mutating func object(_ members: [JSONMember<JSONNode>], _ range: Range<Int>) -> JSONNode {
    let members = members.map {
      JSONNode.Member(name: $0.name, nameRange: $0.nameRange, node: $0.value)
    }
    return JSONNode(kind: .object(members), range: range)
  }

  /// Hands the problem on as it is.
  func failure(_ problem: JSONProblem) -> JSONProblem { problem }
}
