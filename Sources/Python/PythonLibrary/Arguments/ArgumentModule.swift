internal import PythonRuntime

/// `argparse`, as far as a lesson without a command line needs it: defaults, and lists of words.
enum ArgumentModule {
  static var members: [String: Value] {
    var all: [String: Value] = [
      "ArgumentParser": .object(ArgumentParserObject.parserType),
      "Namespace": .object(NamespaceObject.spaceType),
    ]
    for name in ["ArgumentDefaultsHelpFormatter", "RawTextHelpFormatter"] {
      all[name] = .object(TypeObject(name, module: "argparse") { _, _ in .none })
    }
    return all
  }
}

/// `argparse.ArgumentParser`.
final class ArgumentParserObject: HostObject {
  private struct Option {
    var flags: [String]
    var name: String
    var type: Value?
    var fallback: Value
    /// What a flag without a word sets; nil where a word follows.
    var constant: Value?
    var choices: [Value]?
    var isRequired: Bool
  }

  private var options: [Option] = []

  deinit { LettingGo.hold(options) }
  override func letGo() { options = [] }

  override var hostType: TypeObject { Self.parserType }

  private func add(_ call: Call) throws(PyError) {
    for name in ["nargs"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let names = try call.machine.strings(.object(ListObject(call.rest)), "name or flags")
    let isFlag = names.first?.hasPrefix("-") == true
    guard let long = names.first(where: { $0.hasPrefix("--") }) ?? names.first else {
      throw call.error("ValueError", "add_argument() needs a name")
    }
    let plain = String(long.drop { $0 == "-" }).replacing("-", with: "_")
    var option = Option(
      flags: isFlag ? names : [], name: try call.string("dest") ?? plain, type: call.given("type"),
      fallback: call["default"] ?? Value.none, constant: nil, choices: nil,
      isRequired: isFlag ? try call.bool("required", or: false) : true)
    switch try call.string("action") ?? "store" {
    case "store": break
    case "store_true":
      (option.constant, option.fallback) = (.bool(true), call["default"] ?? .bool(false))
    case "store_false":
      (option.constant, option.fallback) = (.bool(false), call["default"] ?? .bool(true))
    case "store_const": option.constant = call["const"] ?? Value.none
    default: throw call.unsupported("action", call.required("action"))
    }
    if let choices = call.given("choices") { option.choices = try call.machine.array(choices) }
    options.append(option)
  }

  /// The values of a list of words, defaults where none stands.
  private func parsed(
    _ words: [String], _ machine: Machine
  ) throws(PyError) -> NamespaceObject {
    let space = NamespaceObject()
    var missing = Set(options.filter(\.isRequired).map(\.name))
    for option in options { space.set(option.name, try self.fallback(option, machine)) }
    var positional = options.filter { $0.flags.isEmpty }[...]
    var rest = words[...]
    while let word = rest.popFirst() {
      var option: Option?
      var given: String?
      if word.hasPrefix("-"), word.count > 1 {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        option = options.first { $0.flags.contains(parts[0]) }
        given = parts.count > 1 ? parts[1] : nil
        if let option, option.constant == nil, given == nil { given = rest.popFirst() }
      } else {
        (option, given) = (positional.popFirst(), word)
      }
      guard let option else { throw stop("unrecognized arguments: \(word)", machine) }
      space.set(option.name, try value(option, given, machine))
      missing.remove(option.name)
    }
    guard missing.isEmpty else {
      let names = options.filter { missing.contains($0.name) }.map {
        $0.flags.isEmpty ? $0.name : $0.flags.joined(separator: "/")
      }
      throw stop(
        "the following arguments are required: \(names.joined(separator: ", "))", machine)
    }
    return space
  }

  private func value(
    _ option: Option, _ word: String?, _ machine: Machine
  ) throws(PyError) -> Value {
    let shown = option.flags.isEmpty ? option.name : option.flags.joined(separator: "/")
    if let constant = option.constant { return constant }
    guard let word else { throw stop("argument \(shown): expected one argument", machine) }
    let value = try converted(.string(word), option, machine)
    for choice in option.choices ?? [] where try machine.isEqual(choice, value) { return value }
    guard option.choices == nil else {
      throw stop("argument \(shown): invalid choice: \(try machine.repr(value))", machine)
    }
    return value
  }

  /// A default that is a text is read as the option's words are.
  private func fallback(_ option: Option, _ machine: Machine) throws(PyError) -> Value {
    guard case .string = option.fallback else { return option.fallback }
    return try converted(option.fallback, option, machine)
  }

  private func converted(
    _ value: Value, _ option: Option, _ machine: Machine
  ) throws(PyError) -> Value {
    guard let type = option.type else { return value }
    return try machine.call(type, Arguments([value]))
  }

  /// What `argparse` writes before it ends a program, as the error that ends it.
  private func stop(_ message: String, _ machine: Machine) -> PyError {
    machine.error("SystemExit", "2: error: \(message)")
  }

  private static let adding = """
    *names, action=None, nargs=None, const=None, default=None, type=None, choices=None, \
    required=False, help=None, metavar=None, dest=None
    """

  static let parserType = SharedType(
    "ArgumentParser", module: "argparse",
    "prog=None, usage=None, description=None, epilog=None, *, formatter_class=None, add_help=True, allow_abbrev=True, conflict_handler='error'",
    methods: [
      .method("add_argument", adding) { (parser: ArgumentParserObject, call) throws(PyError) in
        try parser.add(call)
        return .none
      },
      .method("parse_args", "args=None") { (parser: ArgumentParserObject, call) throws(PyError) in
        .object(try parser.parsed(try words(call), call.machine))
      },
      .method("parse_known_args", "args=None") {
        (parser: ArgumentParserObject, call) throws(PyError) in
        let space = try parser.parsed(try words(call), call.machine)
        return .object(TupleObject([.object(space), .object(ListObject([]))]))
      },
      .method("set_defaults", "**kwargs") {
        (parser: ArgumentParserObject, call) throws(PyError) in
        for (name, value) in call.others {
          guard let place = parser.options.firstIndex(where: { $0.name == name }) else {
            throw call.unsupported(name, value)
          }
          parser.options[place].fallback = value
        }
        return .none
      },
    ]
  ) { _ in .object(ArgumentParserObject()) }

  private static func words(_ call: Call) throws(PyError) -> [String] {
    guard let given = call.given("args") else { return [] }
    return try call.machine.strings(given, "args")
  }
}
