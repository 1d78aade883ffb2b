/// Numbers sorted into the ranges between boundaries, from 0 below the first of them on; a boundary belongs to the
/// range above it, and NaN to the last one.
///
/// The boundaries are given, or learned from data ahead of training by a program (`adapt`).
package struct Discretization: CodingLayer {
  /// Keras' `Discretization`; `sparse` is refused.
  package static let signature = Signature.layer(
    "Discretization",
    [
      Parameter("bin_boundaries", .numbers(.any), default: .some(.none), acceptsNone: true),
      Parameter(
        "num_bins", .int(ValueRange(lower: 1, upper: nil)), default: .some(.none),
        acceptsNone: true),
      Parameter(
        "epsilon", .number(ValueRange(lower: 1e-6, upper: nil)), default: .double(0.01)),
      CategoryCoding.parameter(CategoryCoding.Mode.allCases, default: .int),
      Parameter("sparse", .bool, default: .bool(false)),
    ])
  /// Nil before they are learned.
  package let boundaries: [Float]?
  /// How categories are told.
  package let coding: CategoryCoding

  /// - Throws: ``ArgumentError`` where neither boundaries nor a number of ranges are given, or both are, where
  ///   boundaries descend, and for sparse outputs.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    if arguments.bool("sparse") {
      throw arguments.error("sparse", .unsupported(got: .bool(true)))
    }
    let mode = arguments.text("output_mode").flatMap { CategoryCoding.Mode(rawValue: $0) } ?? .int
    switch (arguments["bin_boundaries"]?.numbers, arguments["num_bins"]) {
    case (_?, .int?):
      throw arguments.error("num_bins", .conflict(with: "bin_boundaries"))
    case (let given?, _):
      guard zip(given, given.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw arguments.error("bin_boundaries", .notAscending)
      }
      self.init(boundaries: given.map { Float($0) }, mode)
    case (nil, .int(let count)?): self.init(nil, CategoryCoding(mode, depth: count))
    case (nil, _): throw arguments.error("bin_boundaries", .missing)
    }
  }

  /// A layer that has learned its boundaries, in ascending order.
  package init(boundaries: [Float], _ mode: CategoryCoding.Mode) {
    self.init(boundaries, CategoryCoding(mode, depth: boundaries.count + 1))
  }

  private init(_ boundaries: [Float]?, _ coding: CategoryCoding) {
    (self.boundaries, self.coding) = (boundaries, coding)
  }

  /// How many boundaries a number isn't below.
  func category(of number: Float) -> Int? {
    guard let boundaries else { return nil }
    var (low, high) = (0, boundaries.count)
    while low < high {
      let middle = (low + high) / 2
      if number < boundaries[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Discretization: KerasLayer {
  /// A layer of `keras.src.layers.preprocessing`.
  package static let keras = KerasFacts(
    "preprocessing",
    config: "bin_boundaries num_bins epsilon output_mode sparse name dtype=float32")
}
