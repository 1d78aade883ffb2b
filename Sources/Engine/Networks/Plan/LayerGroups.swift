/// Which layers of a model read what others give, and so which of them one step may stand for.
///
/// What a model says in several ways comes out as one here: it doesn't matter where in the model's list the layers
/// of a group stand, nor whether layers that change nothing stand between them.
struct LayerGroups {
  private let layers: [ModelLayer]
  /// For each layer those that read it.
  private let readers: [Int: [Int]]
  /// The group that is being lowered: each of its layers alone reads the one before.
  private(set) var current: [Int] = []
  /// Layers of groups up to now.
  private var taken: Set<Int> = []

  init(_ model: Model) {
    layers = model.layers
    var readers: [Int: [Int]] = [:]
    for (index, layer) in layers.enumerated() {
      for place in layer.inputs { readers[place, default: []].append(index) }
    }
    self.readers = readers
  }

  /// Begins a group with a layer; false where an earlier group has it.
  mutating func begin(with index: Int) -> Bool {
    guard !taken.contains(index) else { return false }
    current = []
    take(index)
    return true
  }

  /// The place of the layer that alone reads what the group gives, and reads nothing else.
  var follower: Int? { current.last.flatMap { follower(of: $0) } }

  private func follower(of place: Int) -> Int? {
    guard let next = readers[place], next.count == 1, layers[next[0]].inputs.count == 1 else {
      return nil
    }
    return next[0]
  }

  /// Whether what the group gives goes to a max pooling that takes at most one of four numbers, through layers at most
  /// that treat each number for itself.
  var leadToPooling: Bool {
    var ahead = follower
    while let next = ahead {
      let layer = layers[next].layer
      if let pooling = layer as? MaxPooling2D { return pooling.window.takesFew }
      guard layer is any NoiseLayer || layer is Activation else { return false }
      ahead = follower(of: next)
    }
    return false
  }

  /// Takes the follower into the group.
  mutating func join() {
    guard let next = follower else { preconditionFailure("LayerGroups: nobody follows") }
    take(next)
  }

  /// Takes a layer, and those behind it that give back what they are given.
  private mutating func take(_ index: Int) {
    var next = index
    repeat {
      current.append(next)
      taken.insert(next)
      guard let follower else { return }
      next = follower
    } while layers[next].changesNothing
  }
}

extension Window {
  /// Whether windows don't overlap and hold at least four pixels.
  fileprivate var takesFew: Bool {
    zip(strides, kernelSize).allSatisfy { $0 >= $1 } && kernelSize.reduce(1, *) >= 4
  }
}

extension ModelLayer {
  /// Whether the layer gives back what it is given and has no say in anything else.
  var changesNothing: Bool {
    layer.returnsInput(training: true) && layer.returnsInput(training: false)
      && !(layer is ActivityPenalty)
  }
}
