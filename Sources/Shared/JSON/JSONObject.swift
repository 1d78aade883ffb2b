/// The members of a JSON object in the order in which they are written; names are unique.
///
/// Objects with the same members are equal, whatever their order.
public struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name, without quotes and escapes.
    public var name: String
    /// The value without its place in a file.
    public var value: JSONValue

    /// A member for an object that is made here rather than read.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// All members, in the order in which they were written or added.
  public private(set) var members: [Member]

  /// - Parameter members: the first of those with the same name counts.
  public init(_ members: [Member] = []) {
    var names = Set<String>()
    self.members = members.filter { names.insert($0.name).inserted }
  }

  /// Members in the order of a literal; the first of those with the same name counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member($0.0, $0.1) })
  }

  /// Whether there are no members, as in `{}`.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a name. Setting a new one adds it at the end; setting nil removes it.
  public subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: Hashable {
  /// Equal where names and values are the same in any order; the same order is tried first, which
  /// is cheap.
  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    a.members == b.members || a.members.count == b.members.count && a.byName == b.byName
  }

  /// Feeds the members without their order, so that equal objects have equal hashes.
  public func hash(into hasher: inout Hasher) { hasher.combine(byName) }

  private var byName: [String: JSONValue] {
    Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
