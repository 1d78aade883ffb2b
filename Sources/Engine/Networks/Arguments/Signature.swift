/// The parameters of a callable, in the order in which positional arguments fill them.
///
/// Documentation, completion, checks and binding all read the same signature.
public struct Signature: Hashable, Sendable {
  /// Keras' class name, such as `Conv2D`.
  public let name: String
  /// In Keras' order; those that can't be given by position come where Keras lists them.
  public let parameters: [Parameter]

  init(_ name: String, _ parameters: [Parameter] = []) {
    self.name = name
    self.parameters = parameters
  }

  /// A layer's signature: `parameters` and those that every layer has.
  static func layer(_ name: String, _ parameters: [Parameter] = []) -> Signature {
    Signature(
      name,
      parameters + [
        Parameter("name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true),
        Parameter(
          "input_shape", .shape, default: .some(.none), acceptsNone: true, keywordOnly: true),
      ])
  }

  /// Pairs a call's arguments with the parameters and checks types, ranges and choices.
  ///
  /// - Throws: ``ArgumentError`` for the first argument at fault, reading from the left.
  public func bind(_ call: ArgumentCall) throws(ArgumentError) -> BoundArguments {
    let errors = bindingErrors(of: call)
    if let first = errors.first { throw first }
    var bound = BoundArguments(callee: name, spelling: call.name)
    for argument in pairs(of: call) {
      bound.set(argument.parameter, argument.value, at: argument.place)
    }
    for parameter in parameters where bound[parameter.name] == nil {
      if let value = parameter.defaultValue { bound.set(parameter, value, at: nil) }
    }
    return bound
  }

  /// Every mistake in the call's arguments, from the left, missing ones last.
  public func bindingErrors(of call: ArgumentCall) -> [ArgumentError] {
    var errors: [ArgumentError] = []
    var seen: Set<String> = []
    let accepted = parameters.filter { !$0.isKeywordOnly }.count
    if call.positional.count > accepted {
      errors.append(
        error("\(accepted + 1)", .position(accepted), .tooManyPositional(accepted: accepted)))
    }
    for argument in pairs(of: call) {
      let name = argument.parameter.name
      if !seen.insert(name).inserted { errors.append(error(name, argument.place, .givenTwice)) }
      if let problem = argument.parameter.problem(with: argument.value) {
        errors.append(error(name, argument.place, problem))
      }
    }
    for keyword in call.keywords where !parameters.contains(where: { $0.answers(to: keyword.name) })
    {
      let known = ArgumentError.Problem.unknownKeyword(known: parameters.map(\.name))
      errors.append(error(keyword.name, .keyword(keyword.name), known))
    }
    for parameter in parameters
    where parameter.defaultValue == nil && !seen.contains(parameter.name) {
      errors.append(error(parameter.name, nil, .missing))
    }
    return errors
  }

  private func error(
    _ parameter: String, _ place: ArgumentPlace?, _ problem: ArgumentError.Problem
  ) -> ArgumentError {
    ArgumentError(callee: name, parameter: parameter, place: place, problem: problem)
  }

  private struct Pair {
    let parameter: Parameter
    let value: ArgumentValue
    let place: ArgumentPlace
  }

  private func pairs(of call: ArgumentCall) -> [Pair] {
    let open = parameters.filter { !$0.isKeywordOnly }
    let positional = zip(open, call.positional).enumerated().map { index, pair in
      Pair(parameter: pair.0, value: pair.1, place: .position(index))
    }
    let keywords = call.keywords.compactMap { keyword in
      parameters.first { $0.answers(to: keyword.name) }.map {
        Pair(parameter: $0, value: keyword.value, place: .keyword(keyword.name))
      }
    }
    return positional + keywords
  }
}
