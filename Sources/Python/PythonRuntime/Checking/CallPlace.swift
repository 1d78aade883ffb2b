internal import PythonSyntax

/// A call in a program, and what is known of its arguments.
struct CallPlace {
  let arguments: [Argument]
  let values: [Known]
  let callee: ExpressionNode
  let node: ExpressionNode

  /// Whether some arguments come out of a sequence or a mapping.
  var isUnpacked: Bool { arguments.contains(where: \.isUnpacked) }

  /// Where the argument of a parameter stands; the function's own place where it isn't given.
  func range(of parameter: String, in parameters: [String]) -> Range<Int> {
    let named = arguments.first { $0.keyword?.text == parameter }
    if let named { return named.value.range }
    let positional = arguments.filter { $0.form == .positional }
    guard let place = parameters.firstIndex(of: parameter), positional.indices.contains(place)
    else {
      return callee.range
    }
    return positional[place].value.range
  }
}

extension KnownCall {
  init(
    _ arguments: [PythonSyntax.Argument], _ values: [Known], _ parameters: [String],
    receiver: Known?, _ machine: Machine
  ) {
    var (positional, keywords): ([Argument], [String: Argument]) = ([], [:])
    for (argument, value) in zip(arguments, values) {
      let known = Argument(argument.value, value, machine)
      if let keyword = argument.keyword {
        keywords[keyword.text] = known
      } else {
        positional.append(known)
      }
    }
    self.init(
      machine: machine, receiver: receiver.map { Argument($0, machine) }, positional: positional,
      keywords: keywords, parameters: parameters)
  }
}

extension KnownCall.Argument {
  fileprivate init(_ node: ExpressionNode, _ known: Known, _ machine: Machine) {
    var (text, kind): (String?, String?) = (nil, node.literalType)
    if case .string(let own) = node.kind { text = own }
    if case .sequence(let own, _) = known { kind = own }
    self.init(known, machine, text: text, kind: kind)
  }

  fileprivate init(
    _ known: Known, _ machine: Machine, text: String? = nil, kind: String? = nil
  ) {
    var entries: [(name: String, value: Self)]?
    if case .dictionary(let own) = known {
      entries = own.map { ($0.name, Self($0.value, machine)) }
    }
    var array: KnownArray?
    if case .array(_, let shape) = known { array = shape }
    self.init(
      type: known.objectType, text: text, kind: kind, value: known.value(machine), array: array,
      items: known.parts?.map { Self($0, machine) }, entries: entries, hasPlain: known.hasPlain)
  }

  /// Whether it is an object that a look at the program made, or several of them.
  var isRehearsed: Bool {
    if let items { return !items.isEmpty && items.allSatisfy(\.isRehearsed) }
    if case .object(let object)? = value { return object.type.isRehearsed }
    return false
  }
}

extension Known {
  /// The one class that it is of, be it an object that a look at the program made.
  fileprivate var objectType: TypeObject? {
    if case .value(.object(let object)) = self { return object.type }
    return type
  }
}

extension PythonSyntax.Argument {
  var isUnpacked: Bool { form == .unpackedSequence || form == .unpackedMapping }
}
