internal import Memory

/// What large weights cost: a number that training adds to the loss.
public protocol Regularizer: Component {
  /// The number for a weight, as a rule that losses and optimizers read.
  var penalty: WeightPenalty { get }
}

/// λ₁ Σ |w| + λ₂ Σ w² over the numbers of a weight, as Keras' L1, L2 and L1L2 have it.
public struct WeightPenalty: Hashable, Sendable {
  /// λ₁, the price of a number's magnitude; at least 0.
  public let l1: Float
  /// λ₂, the price of a number's square; at least 0.
  public let l2: Float

  /// A penalty; what isn't given costs nothing.
  public init(l1: Float = 0, l2: Float = 0) { (self.l1, self.l2) = (l1, l2) }

  /// The penalty of a weight, in double precision.
  package func value(of weight: [Float]) -> Double { weight.withElements { value(of: $0) } }

  /// The penalty of a weight.
  func value(of weight: Elements<Float>) -> Double {
    var (sum, squares) = (0.0, 0.0)
    for number in weight {
      sum += Double(abs(number))
      squares += Double(number) * Double(number)
    }
    return Double(l1) * sum + Double(l2) * squares
  }

  /// The penalty's slope at one number, λ₁ sign w + 2 λ₂ w.
  func slope(at number: Float) -> Float {
    (number > 0 ? l1 : number < 0 ? -l1 : 0) + 2 * l2 * number
  }

  /// Adds the penalty's slope, λ₁ sign w + 2 λ₂ w, to a gradient.
  func addSlope(
    of weight: Elements<Float>, to gradient: MutableElements<Float>
  ) {
    for index in gradient.indices {
      let number = weight[index]
      if l1 != 0 { gradient[index] += number > 0 ? l1 : number < 0 ? -l1 : 0 }
      gradient[index].addProduct(2 * l2, number)
    }
  }
}
