extension BoundArguments {
  /// The activation that a parameter names; linear for `None`.
  ///
  /// - Parameter keepsSums: whether the layer hands the sums to the function's gradient.
  /// - Throws: ``ArgumentError`` also for a function whose gradient needs them where it doesn't.
  func activation(
    _ name: String, keepsSums: Bool = false
  ) throws(ArgumentError) -> any ActivationFunction {
    guard let value = self[name], value != .none else { return Linear() }
    let named: any ActivationFunction = try component(name, value, .activation)
    let function = named.meant
    if function is any SumActivation && !keepsSums { throw error(name, .unsupported(got: value)) }
    return function
  }

  /// The initializer that a parameter names.
  func initializer(_ name: String) throws(ArgumentError) -> any Initializer {
    guard let value = self[name], value != .none else { return Zeros() }
    return try component(name, value, .initializer)
  }

  /// What large numbers of a weight cost; nil for `None`.
  func penalty(_ name: String) throws(ArgumentError) -> WeightPenalty? {
    guard let value = self[name], value != .none else { return nil }
    let regularizer: any Regularizer = try component(name, value, .regularizer)
    return regularizer.penalty
  }

  /// What a weight is held to; nil for `None`.
  func constraint(_ name: String) throws(ArgumentError) -> (any Constraint)? {
    guard let value = self[name], value != .none else { return nil }
    return try component(name, value, .constraint)
  }

  /// The schedule that a parameter makes; nil where it has a number.
  func schedule(_ name: String) throws(ArgumentError) -> (any LearningRateSchedule)? {
    guard let value = self[name], value.number == nil, value != .none else { return nil }
    return try component(name, value, .schedule)
  }

  private func component<T>(
    _ name: String, _ value: ArgumentValue, _ kind: ComponentKind
  ) throws(ArgumentError) -> T {
    let made = try kind.make(value, callee: callee, parameter: name, place: place(of: name))
    guard let component = made as? T else {
      preconditionFailure("\(kind) catalog made \(type(of: made)), not \(T.self)")
    }
    return component
  }
}
