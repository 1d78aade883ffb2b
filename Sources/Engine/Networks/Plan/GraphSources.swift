internal import Kernels
internal import Memory

/// Where the outputs of a graph's layers lie, and where their gradients go.
struct GraphSources {
  /// One place for each layer that takes the output: its own room for the gradient.
  private var places: [Int: (output: Region, gradients: [Region?])] = [:]
  private let consumers: [Int: Int]

  init(_ model: Model, input: Region) {
    var counts: [Int: Int] = [:]
    for layer in model.layers { for place in layer.inputs { counts[place, default: 0] += 1 } }
    consumers = counts
    places[-1] = (input, Array(repeating: nil, count: counts[-1] ?? 0))
  }

  /// How many layers take an output.
  func count(_ place: Int) -> Int { consumers[place] ?? 0 }

  mutating func put(_ place: Int, _ output: Region, _ gradients: [Region?]) {
    places[place] = (output, gradients)
  }

  /// The output of a layer for the next of those that take it.
  mutating func take(_ place: Int) -> (output: Region, gradient: Region?) {
    guard var found = places[place] else { preconditionFailure("PlanBuilder: layer \(place)") }
    let gradient = found.gradients.isEmpty ? nil : found.gradients.removeFirst()
    places[place] = found
    return (found.output, gradient)
  }
}

extension PlanBuilder {
  /// Makes the inputs of a layer current; several come into one row an image.
  mutating func take(_ sources: inout GraphSources, for index: Int) {
    let inputs = model.layers[index].inputs
    let found = inputs.map { place in
      let (output, gradient) = sources.take(place)
      return (output: output, gradient: quiet.contains(place) ? nil : gradient)
    }
    guard found.count > 1 else {
      (current, currentGradient) = found[0]
      return
    }
    let count = found.map(\.output.perImage).reduce(0, +)
    let joined = memory.region(perImage: count)
    let gradient =
      found.contains { $0.gradient != nil } ? memory.region(perImage: count) : nil
    add(JoinStep(parts: found.map { .init($0.output, $0.gradient) }, joined, gradient))
    (current, currentGradient) = (joined, gradient)
  }

  /// Notes where a layer's output lies; a gradient that comes from several layers is added up.
  mutating func give(_ sources: inout GraphSources, of index: Int) {
    let count = sources.count(index)
    guard count > 1, let gradient = currentGradient else {
      sources.put(index, current, [currentGradient])
      return
    }
    let parts = (0..<count).map { _ in memory.region(perImage: current.perImage) }
    add(ForkStep(parts: parts, gradient: gradient))
    sources.put(index, current, parts)
  }
}

/// Puts several outputs behind each other, image by image.
struct JoinStep: PlanStep {
  struct Part: Sendable {
    let output: Region
    let gradient: Region?

    init(_ output: Region, _ gradient: Region?) {
      (self.output, self.gradient) = (output, gradient)
    }
  }

  private let parts: [Part]
  private let joined: Region
  private let gradient: Region?

  init(parts: [Part], _ joined: Region, _ gradient: Region?) {
    (self.parts, self.joined, self.gradient) = (parts, joined, gradient)
  }

  func forward(_ context: ChunkContext) {
    var start = 0
    for part in parts {
      let size = part.output.perImage
      for image in 0..<context.images {
        context.floats(joined, image: image)[start..<start + size]
          .update(from: context.floats(part.output, image: image))
      }
      start += size
    }
  }

  func backward(_ context: ChunkContext) {
    guard let gradient else { return }
    var start = 0
    for part in parts {
      let size = part.output.perImage
      defer { start += size }
      guard let own = part.gradient else { continue }
      for image in 0..<context.images {
        context.floats(own, image: image)
          .update(from: context.floats(gradient, image: image)[start..<start + size])
      }
    }
  }
}

/// Adds up the gradients that several layers have for one output.
struct ForkStep: PlanStep {
  let parts: [Region]
  let gradient: Region

  func forward(_ context: ChunkContext) {}

  func backward(_ context: ChunkContext) {
    let total = context.floats(gradient)
    total.update(from: context.floats(parts[0]))
    for part in parts.dropFirst() {
      context.kernels.add(Elements(context.floats(part)), to: total)
    }
  }
}
