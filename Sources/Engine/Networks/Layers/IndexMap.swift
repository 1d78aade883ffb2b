internal import Memory
internal import Tensors

/// For each number of an output, which number of an input it is: the computation of layers that only
/// move numbers.
struct IndexMap: ImageMap {
  /// Outputs behind each other that take inputs behind each other.
  private struct Stretch: Sendable {
    /// The first of the inputs; -1 where the outputs are zeros.
    let source: Int
    var count: Int

    /// Whether the output behind the run's takes what follows.
    func goesOn(with next: Int) -> Bool { source < 0 ? next < 0 : next == source + count }
  }

  private let runs: [Stretch]
  /// The numbers of one image's output.
  private let count: Int

  /// - Parameter sources: for each output of one image the place among its inputs; -1 for a zero.
  init(sources: some Sequence<Int32>) {
    var (runs, count) = ([Stretch](), 0)
    for source in sources {
      count += 1
      if let last = runs.indices.last, runs[last].goesOn(with: Int(source)) {
        runs[last].count += 1
      } else {
        runs.append(Stretch(source: Int(source), count: 1))
      }
    }
    (self.runs, self.count) = (runs, count)
  }

  /// A window of an image `[height, width, channels]`.
  ///
  /// - Parameters:
  ///   - input: the image's shape, which has the window in it.
  ///   - top: the window's first row, as `left` is its first column.
  ///   - height: how many rows it has, as `width` columns.
  init(window input: Shape, top: Int, left: Int, height: Int, width: Int) {
    self.init(
      sources: (top..<top + height).flatMap { y in
        let start = (y * input[1] + left) * input[2]
        return Int32(start)..<Int32(start + width * input[2])
      })
  }

  func forward(_ input: Elements<Float>, to output: MutableElements<Float>) {
    var place = 0
    for context in runs {
      let target = output[place..<place + context.count]
      place += context.count
      if context.source < 0 {
        target.update(repeating: 0)
      } else {
        let source = input[(context.source + Self.fault(count))...]
        for index in target.indices { target[index] = source[index] }
      }
    }
  }

  /// For each output of one image the place among its inputs; -1 for a zero.
  var sources: [Int] {
    runs.flatMap { context in
      (0..<context.count).map { context.source < 0 ? -1 : context.source + $0 }
    }
  }

  /// How far a read goes astray: only in the build whose planted fault the fuzzer has to find.
  @inline(__always)
  private static func fault(_ count: Int) -> Int {
    #if CADERNO_PLANTED
      count % 5 == 0 ? count : 0
    #else
      0
    #endif
  }

  /// Numbers that went to several places get the sum of their gradients, in the places' order.
  ///
  /// - Parameter result: zeros before.
  func backward(_ slopes: Elements<Float>, to result: MutableElements<Float>) {
    var place = 0
    for context in runs {
      defer { place += context.count }
      guard context.source >= 0 else { continue }
      let target = result[context.source..<context.source + context.count]
      let source = slopes[place..<place + context.count]
      for index in target.indices { target[index] += source[index] }
    }
  }
}

/// A layer that only moves numbers.
protocol MovingLayer: MappingLayer {
  func map(for input: Shape) -> IndexMap
}

extension MovingLayer {
  func imageMap(for input: Shape) -> any ImageMap { map(for: input) }
}
