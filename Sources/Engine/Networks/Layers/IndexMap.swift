internal import Memory
internal import Tensors

/// For each number of an output, which number of an input it is: the computation of layers that only
/// move numbers.
struct IndexMap: Sendable {
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
  let count: Int

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

  func forward(_ input: Tensor, shape: Shape) -> Tensor {
    let images = input.shape[0]
    let size = input.shape.count / max(images, 1)
    var result = Tensor(zeros: Shape([images] + shape.extents))
    result.values.withMutableElements { output in
      input.values.withElements { input in
        for image in 0..<images {
          forward(input[(image * size)...], to: output[(image * count)...])
        }
      }
    }
    return result
  }

  func backward(_ gradient: Tensor, shape: Shape) -> Tensor {
    let images = shape[0]
    let size = shape.count / max(images, 1)
    var result = Tensor(zeros: shape)
    result.values.withMutableElements { result in
      gradient.values.withElements { slopes in
        for image in 0..<images {
          backward(slopes[(image * count)...], to: result[(image * size)...])
        }
      }
    }
    return result
  }
}

/// A layer that only moves numbers.
protocol MovingLayer: PlannedLayer {
  func map(for input: Shape) -> IndexMap
}

extension MovingLayer {
  /// Takes each output from where ``map(for:)`` says, zeros where it says none.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    let output = (try? outputShape(for: shape)) ?? shape
    return LayerOutput(map(for: shape).forward(input, shape: output))
  }

  /// Takes gradients back to where the numbers came from, with the sum for those that went to
  /// several places.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    return LayerGradients(input: map(for: shape).backward(gradient, shape: input.shape))
  }
}
