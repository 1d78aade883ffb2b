/// The kinds of component that an argument can name.
public enum ComponentKind: String, Hashable, Sendable, CaseIterable {
  case layer, activation, initializer, loss, optimizer, metric, schedule, regularizer, constraint,
    callback

  /// The kind with its English article.
  var withArticle: String {
    switch self {
    case .layer, .loss, .metric, .schedule, .regularizer, .constraint, .callback: "a \(rawValue)"
    case .activation, .initializer, .optimizer: "an \(rawValue)"
    }
  }

  /// Every component of the kind, in the catalog's order.
  public var all: [any Component.Type] {
    switch self {
    case .layer: LayerCatalog.all.map { $0 }
    case .activation: ActivationCatalog.all.map { $0 }
    case .initializer: InitializerCatalog.all.map { $0 }
    case .loss: LossCatalog.all.map { $0 }
    case .optimizer: OptimizerCatalog.all.map { $0 }
    case .metric: MetricCatalog.all.map { $0 }
    case .schedule: ScheduleCatalog.all.map { $0 }
    case .regularizer: RegularizerCatalog.all.map { $0 }
    case .constraint: ConstraintCatalog.all.map { $0 }
    case .callback: FitRuleCatalog.all.map { $0 }
    }
  }

  /// The names for messages and completion: class names for layers and callbacks, string forms for
  /// the others.
  public var knownNames: [String] {
    all.map {
      [.layer, .callback].contains(self) ? $0.signature.name : $0.aliases.first ?? $0.signature.name
    }
  }

  /// What is wrong with a value that should name or make a component of this kind, or nil.
  func problem(
    with value: ArgumentValue, expected: ParameterType
  ) -> ArgumentError.Problem? {
    guard let call = value.asCall else { return .wrongType(got: value, expected: expected) }
    guard let type = type(named: call.name) else { return unknownName(call.name) }
    return type.signature.bindingErrors(of: call).first.map { .nested($0) }
  }

  /// The component that a name stands for, a class' or another of its spellings.
  package func type(named name: String) -> (any Component.Type)? {
    all.first { $0.answers(to: name) }
  }

  func unknownName(_ name: String) -> ArgumentError.Problem {
    .unknownName(got: name, kind: self, known: knownNames)
  }

  /// Makes the component that a value names or calls.
  ///
  /// - Throws: ``ArgumentError``; `callee` and `parameter` name the call around it.
  func make(
    _ value: ArgumentValue, callee: String, parameter: String, place: ArgumentPlace?
  ) throws(ArgumentError) -> any Component {
    func failure(_ problem: ArgumentError.Problem) -> ArgumentError {
      ArgumentError(callee: callee, parameter: parameter, place: place, problem: problem)
    }
    guard let call = value.asCall else {
      throw failure(.wrongType(got: value, expected: .component(self)))
    }
    guard let type = type(named: call.name) else { throw failure(unknownName(call.name)) }
    do {
      return try type.init(type.signature.bind(call))
    } catch {
      throw failure(.nested(error))
    }
  }
}

extension ArgumentValue {
  /// A call, or a string or as the call without arguments that it abbreviates.
  var asCall: ArgumentCall? {
    switch self {
    case .call(let call): call
    case .string(let name): ArgumentCall(name)
    default: nil
    }
  }
}
