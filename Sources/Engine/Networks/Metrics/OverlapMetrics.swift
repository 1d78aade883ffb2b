internal import Memory

/// A metric of how much what was said of a class overlaps with where it is.
protocol OverlapMetric: CountingMetric {
  var overlap: ClassOverlap { get }
}

extension OverlapMetric {
  static var isNumbered: Bool { true }
  static var judgesRows: Bool { true }

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    overlap.accepts(targets: targets, outputs: outputs, rowLength: rowLength)
  }

  func sumCount(rowLength: Int) -> Int { overlap.classes * overlap.classes }

  func count(
    _ outputs: Elements<Float>, target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>
  ) {
    overlap.count(outputs, target, rows: rows, weight: weight, into: counts)
  }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    [overlap.value(of: sums)]
  }
}

/// The mean overlap of some classes, given as numbers or as rows.
struct IoU: OverlapMetric {
  static let signature = Signature.metric(
    "IoU", first: [.classCount, .countedClasses],
    [.ignoredClass, .flag("sparse_y_true"), .flag("sparse_y_pred"), .lastAxis])
  static let aliases = ["io_u"]
  let overlap: ClassOverlap

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    overlap = try ClassOverlap(arguments, counted: arguments.numbers("target_class_ids"))
  }
}

/// The mean overlap of all classes, given as numbers or as rows.
struct MeanIoU: OverlapMetric {
  static let signature = Signature.metric(
    "MeanIoU", first: [.classCount],
    [.ignoredClass, .flag("sparse_y_true"), .flag("sparse_y_pred"), .lastAxis])
  static let aliases = ["mean_io_u"]
  let overlap: ClassOverlap

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    overlap = try ClassOverlap(arguments, counted: nil)
  }
}

/// The mean overlap of some classes, whose targets are one-hot rows.
struct OneHotIoU: OverlapMetric {
  static let signature = Signature.metric(
    "OneHotIoU", first: [.classCount, .countedClasses],
    [.ignoredClass, .flag("sparse_y_pred", false), .lastAxis])
  static let aliases = ["one_hot_io_u"]
  let overlap: ClassOverlap

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    overlap = try ClassOverlap(arguments, counted: arguments.numbers("target_class_ids"))
  }
}

/// The mean overlap of all classes, whose targets are one-hot rows.
struct OneHotMeanIoU: OverlapMetric {
  static let signature = Signature.metric(
    "OneHotMeanIoU", first: [.classCount],
    [.ignoredClass, .flag("sparse_y_pred", false), .lastAxis])
  static let aliases = ["one_hot_mean_io_u"]
  let overlap: ClassOverlap

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    overlap = try ClassOverlap(arguments, counted: nil)
  }
}

/// The mean overlap of two classes that a threshold tells apart.
struct BinaryIoU: OverlapMetric {
  static let signature = Signature.metric(
    "BinaryIoU",
    first: [
      Parameter(
        "target_class_ids", .numbers(ValueRange(lower: 0, upper: 1)),
        default: .list([.int(0), .int(1)])),
      Parameter("threshold", .number(.any), default: .double(0.5)),
    ])
  static let aliases = ["binary_io_u"]
  let overlap: ClassOverlap

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    overlap = ClassOverlap(
      classes: 2, counted: arguments.doubles("target_class_ids").map { Int($0) },
      threshold: arguments.float("threshold"))
  }
}

extension ClassOverlap {
  /// - Parameter counted: the classes whose overlap counts; nil for all.
  /// - Throws: ``ArgumentError`` for a class that there isn't.
  fileprivate init(_ arguments: BoundArguments, counted: [Double]?) throws(ArgumentError) {
    let classes = arguments.int("num_classes")
    guard counted?.allSatisfy({ $0 < Double(classes) }) ?? true else {
      throw arguments.error(
        "target_class_ids",
        .outOfRange(
          got: arguments["target_class_ids"] ?? .none,
          range: ValueRange(lower: 0, upper: Double(classes), includesUpper: false)))
    }
    self.init(
      classes: classes, counted: counted?.map { Int($0) } ?? Array(0..<classes),
      ignored: arguments.optionalInt("ignore_class"),
      targetsAreNumbers: arguments["sparse_y_true"].map { $0 == .bool(true) } ?? false,
      outputsAreNumbers: arguments.bool("sparse_y_pred"))
  }
}

extension Parameter {
  /// So many classes that there is room for their table, of which each part of a batch has its own.
  fileprivate static var classCount: Parameter {
    Parameter("num_classes", .int(ValueRange(lower: 1, upper: 1_024)))
  }

  fileprivate static var countedClasses: Parameter {
    Parameter("target_class_ids", .numbers(.nonNegative))
  }

  fileprivate static var ignoredClass: Parameter {
    Parameter("ignore_class", .int(.any), default: .some(.none), acceptsNone: true)
  }

  fileprivate static func flag(_ name: String, _ value: Bool = true) -> Parameter {
    Parameter(name, .bool, default: .bool(value))
  }
}
