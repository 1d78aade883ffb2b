// toy: a learning rate schedule | ScheduleCatalog.swift | ToySchedule.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The same rate for ever.
public struct ToySchedule: LearningRateSchedule {
  public static let signature = Signature("ToySchedule", [initialParameter, nameParameter])
  public let initial: Double

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    initial = arguments.double("initial_learning_rate")
  }

  public func rate(after done: Int) -> Double { initial }
}
