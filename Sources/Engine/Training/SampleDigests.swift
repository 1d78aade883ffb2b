internal import Digests
internal import Memory
package import Networks
internal import Tensors

/// The digests of samples, each computed once for as long as this lives.
package final class SampleDigests {
  private var known: [AnyHashable: String] = [:]
  /// What is known in the order in which it was computed, the oldest first.
  private var order: [AnyHashable] = []
  /// Bytes that were digested so far.
  package private(set) var bytesDigested = 0

  /// Begins without a digest known, and with ``bytesDigested`` at 0.
  package init() {}

  /// Some for each of the data sets of a long lesson.
  private static let limit = 256

  /// A digest of all numbers; equal samples have equal ones, whatever part of others they are.
  ///
  /// - Parameter name: tells the samples from all others that are asked for here; nil where nothing does.
  package func digest(of samples: Samples, known name: AnyHashable? = nil) -> String {
    remembered(name ?? Whole(samples).map { AnyHashable($0) }) { computed(samples) }
  }

  /// What samples without weights are known by, where inputs and targets lie somewhere else.
  private struct Whole: Hashable {
    let inputs: AnyHashable
    let targets: AnyHashable
    let rows: Range<Int>
    let shape: Shape

    init?(_ samples: Samples) {
      guard samples.weights == nil, case .source(let source) = samples.inputs,
        let inputs = source.identity, let targets = samples.targetIdentity
      else { return nil }
      (self.inputs, self.targets) = (AnyHashable(inputs), AnyHashable(targets))
      (rows, shape) = (samples.rows, samples.inputShape)
    }
  }

  private func remembered(_ name: (some Hashable)?, _ compute: () -> String) -> String {
    guard let name = name.map({ AnyHashable($0) }) else { return compute() }
    if let digest = known[name] { return digest }
    let digest = compute()
    known[name] = digest
    order.append(name)
    if order.count > Self.limit { known[order.removeFirst()] = nil }
    return digest
  }

  private func computed(_ samples: Samples) -> String {
    let size = samples.inputShape.count
    let range = samples.rows.lowerBound * size..<samples.rows.upperBound * size
    let stream = SHA256Stream()
    stream.update(inputs(samples.inputs, range))
    add(samples.targets, samples.rows, stream)
    if let weights = samples.weights {
      let (rows, each) = (samples.rows, samples.weightsPerSample)
      let name = each == 1 ? "weights" : "weights of \(each)"
      add(name, weights[rows.lowerBound * each..<rows.upperBound * each], stream)
    }
    return "\(samples.count) \(stream.finish())"
  }

  /// What the inputs of some samples are known by, where they lie somewhere else.
  private struct Part: Hashable {
    let identity: AnyHashable
    let range: Range<Int>
  }

  private func inputs(_ inputs: Samples.Inputs, _ range: Range<Int>) -> String {
    var part: Part?
    if case .source(let source) = inputs, let identity = source.identity {
      part = Part(identity: AnyHashable(identity), range: range)
    }
    return remembered(part) {
      let stream = SHA256Stream()
      if range.count < Self.small {
        add("numbers", inputs.numbers(range)[...], stream)
        return "\(stream.finish())"
      }
      switch inputs {
      case .bytes(let bytes, let divisor): add(Self.bytes(by: divisor), bytes[range], stream)
      case .numbers(let numbers): add("numbers", numbers[range], stream)
      case .source(let source): add(source, range, stream)
      }
      return "\(stream.finish())"
    }
  }

  private func add(_ source: any SampleSource, _ range: Range<Int>, _ stream: SHA256Stream) {
    guard let bytes = source.bytes(range) else { return addNumbers(source, range, stream) }
    let name = source.divisor.map { Self.bytes(by: $0) } ?? source.meaning
    stream.update("\(name) \(range.count):")
    stream.update(LentBytes(elements: bytes))
    bytesDigested += bytes.count
  }

  /// What doesn't lie in one run goes through a part of memory, as the numbers that it stands for.
  private func addNumbers(
    _ source: any SampleSource, _ range: Range<Int>, _ stream: SHA256Stream
  ) {
    stream.update("numbers \(range.count):")
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.small) {
      let part = start..<min(start + Self.small, range.upperBound)
      let numbers = [Float](filling: part.count) { source.read(part, into: $0) }
      stream.update(numbers: numbers)
      bytesDigested += numbers.count * MemoryLayout<Float>.stride
    }
  }

  /// Fewer are digested as what they stand for: a program that scales so few bytes has numbers.
  private static let small = 1 << 16

  private static func bytes(by divisor: Float) -> String { "bytes by \(divisor)" }

  private func add(_ targets: Samples.Targets, _ rows: Range<Int>, _ stream: SHA256Stream) {
    switch targets {
    case .none: break
    case .classes(let labels, let form): add("classes \(form)", labels[rows], stream)
    case .rows(let numbers, let width, let form):
      let range = rows.lowerBound * width..<rows.upperBound * width
      add("rows of \(width) \(form)", numbers[range], stream)
    case .parts(let parts): for part in parts { add(part, rows, stream) }
    }
  }

  private func add<Number: BitwiseCopyable>(
    _ name: String, _ numbers: ArraySlice<Number>, _ stream: SHA256Stream
  ) {
    stream.update("\(name) \(numbers.count):")
    stream.update(numbers: numbers)
    bytesDigested += numbers.count * MemoryLayout<Number>.stride
  }
}

extension Samples.Inputs {
  /// Some of the numbers as a model sees them.
  fileprivate func numbers(_ range: Range<Int>) -> [Float] {
    switch self {
    case .bytes(let bytes, let divisor): bytes[range].map { Float($0) / divisor }
    case .numbers(let numbers): Array(numbers[range])
    case .source(let source): [Float](filling: range.count) { source.read(range, into: $0) }
    }
  }
}

/// Bytes that somebody lends.
private struct LentBytes: ByteMessage {
  let elements: Elements<UInt8>

  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    elements.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
  }
}
