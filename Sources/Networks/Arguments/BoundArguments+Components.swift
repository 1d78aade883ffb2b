extension BoundArguments {
  /// The activation that a parameter names; linear for `None`.
  func activation(_ name: String) throws(ArgumentError) -> any ActivationFunction {
    guard let value = self[name], value != .none else { return Linear() }
    return try component(name, value, .activation)
  }

  /// The initializer that a parameter names.
  func initializer(_ name: String) throws(ArgumentError) -> any Initializer {
    guard let value = self[name], value != .none else { return Zeros() }
    return try component(name, value, .initializer)
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
