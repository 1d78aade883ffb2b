import Networks
import Tensors
import Testing

/// Numbers that no lesson means, given to everything that has parameters.
struct `A hostile number` {
  private static let integers: [Int] = [
    -1, 0, 1, 3, 1024, 1 << 20, 1_000_000_000, 1 << 31, .max, .min,
  ]
  private static let reals: [Double] = [
    0.5, -0.0, 1e30, -1e308, .leastNonzeroMagnitude, .nan, .infinity, -.infinity,
  ]
  private static let values: [ArgumentValue] = {
    var numbers = integers.map { ArgumentValue.int($0) }
    numbers += reals.map { ArgumentValue.double($0) }
    numbers += [.bool(true), .none]
    var values = numbers + [.list([])]
    for number in numbers {
      let pair = ArgumentValue.list([number, number])
      values += [.list([number]), pair, .list([.int(2), number]), .list([pair, pair])]
    }
    return values
  }()
  private static let shapes: [Shape] = [[8, 8, 3], [8, 3], [6]]

  /// A value that a parameter takes.
  private static func plain(_ parameter: Parameter) -> ArgumentValue {
    switch parameter.type {
    case .int, .pair, .margins, .axes: .int(1)
    case .number, .numberOr, .span, .numberOrNumbers: .double(0.5)
    case .numbers: .list([.int(1), .int(2)])
    case .bool: .bool(true)
    case .text: .string("a")
    case .texts: .list([.string("a")])
    case .choice(let choices): .string(choices[0])
    case .shape: .list([.int(2)])
    case .component(let kind): .string(kind.knownNames[0])
    }
  }

  /// The call of a component with one argument that is hostile, and all together.
  private static func calls(of type: any Component.Type) -> [ArgumentCall] {
    let parameters = type.signature.parameters.filter { $0.name != "name" }
    func call(_ value: ArgumentValue, for isHostile: (Parameter) -> Bool) -> ArgumentCall {
      ArgumentCall(
        type.signature.name, [],
        keywords: parameters.compactMap { parameter -> ArgumentCall.Keyword? in
          if isHostile(parameter) { return .init(parameter.name, value) }
          return parameter.defaultValue == nil ? .init(parameter.name, plain(parameter)) : nil
        })
    }
    return values.flatMap { value in
      parameters.map { one in call(value) { $0.name == one.name } }
        + [call(value) { $0.parses(value) }]
    }
  }

  @Test(arguments: LayerCatalog.all.map { $0.signature.name })
  func `makes a layer that works or an error`(name: String) throws {
    let type = try #require(LayerCatalog.all.first { $0.signature.name == name })
    var made = 0
    for call in Self.calls(of: type) {
      guard let declaration = try? LayerDeclaration(call) else { continue }
      for shape in Self.shapes {
        guard let model = try? Model(inputShape: shape, layers: [declaration]) else { continue }
        made += 1
        // Errors of size and shape are the law; what is small is run.
        let sizes = model.weightSpecs.map(\.shape.count) + [model.outputShape.count]
        guard sizes.reduce(0, +) < 2000, made % 8 == 0 else { continue }
        let trainer = Trainer(
          model: model, weights: ModelWeights(model, seed: 1),
          compilation: try Compilation(loss: .string("mse")), preparation: Preparation())
        let input = Samples(
          inputs: .numbers([Float](repeating: 1, count: shape.count)), inputShape: shape)
        _ = try? trainer.predict(input)
      }
    }
    // A model of an input alone is none.
    #expect(made > 0 || name == "InputLayer")
  }

  @Test(arguments: ComponentKind.allCases.filter { $0 != .layer })
  func `makes a component that works or an error`(kind: ComponentKind) throws {
    for type in kind.all {
      for call in Self.calls(of: type) {
        guard let bound = try? type.signature.bind(call), let made = try? type.init(bound) else {
          continue
        }
        try Self.use(made)
      }
    }
  }

  private static func use(_ made: any Component) throws {
    switch made {
    case let schedule as any LearningRateSchedule:
      for step in [0, 1, 1000] { _ = schedule.rate(after: step) }
    case let initializer as any Initializer:
      for shape: Shape in [[2, 2], [3]]
      where type(of: initializer).ranks.contains(shape.rank) {
        #expect(initializer.values(for: shape, seed: 1, stream: 2).count == shape.count)
      }
    case let activation as any ActivationFunction:
      _ = activation.applied(to: Tensor([1, 3], [-1, 0, 1]))
    default: break
    }
  }
}

extension Parameter {
  /// Whether the value is of the parameter's kind, in its range or not.
  fileprivate func parses(_ value: ArgumentValue) -> Bool {
    switch (type, value) {
    case (.int, .int), (.number, .int), (.number, .double), (.pair, .int), (.margins, .int),
      (.pair, .list), (.margins, .list), (.numbers, .list), (.shape, .list):
      true
    default: false
    }
  }
}
