#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The ticks of an axis in a view.
struct AxisTicks {
  var places: [Double]
  var texts: [String]
  /// The power of ten at the end of the axis.
  var factor: String?
  var minor: [Double] = []
  var minorTexts: [String] = []

  /// - Parameters:
  ///   - length: in points.
  ///   - perTick: the room that one tick needs, in sizes of its text.
  init(_ axis: PlotAxis, _ view: (Double, Double), length: Double, perTick: Double) {
    let (low, high) = (min(view.0, view.1), max(view.0, view.1))
    guard (high - low).isFinite, abs(low) < 1e301, abs(high) < 1e301 else {
      (places, texts) = ([], [])
      return
    }
    // Texts without a size leave room for any number of ticks.
    let room = Int(max(1, min(1000, length / max(axis.tickStyle.size * perTick, 0.01))))
    if let set = axis.ticks {
      places = set
    } else if axis.isLogarithmic {
      places = TickLocator.powers(from: low, to: high, intervals: min(room, 9))
      minor = TickLocator.betweenPowers(from: low, to: high)
    } else {
      switch axis.locator {
      case .whole(let count, let isPlain):
        places = TickLocator.around(
          low, high,
          .init(
            intervals: count, steps: isPlain ? TickLocator.plain : TickLocator.many,
            areWhole: true))
      case .most(let count):
        places = TickLocator.around(
          low, high, .init(intervals: count, steps: TickLocator.many))
      case .multiples(let base): places = TickLocator.multiples(of: base, from: low, to: high)
      case .automatic: places = TickLocator.around(low, high, .init(intervals: min(9, room)))
      }
    }
    texts = []
    // Texts that were set count from the first place, which may be beyond the view.
    if axis.tickTexts != nil { setTexts(axis, view) }
    keep(low, high)
    if axis.tickTexts == nil { setTexts(axis, view) }
    if axis.isLogarithmic, axis.hasTickTexts, axis.tickTexts == nil {
      minorTexts = minor.map { Self.minorText($0, low, high) }
    }
    if axis.hasMinorTicks, !axis.isLogarithmic { minor = TickLocator.between(places, low, high) }
  }

  /// Leaves out what is beyond the view.
  private mutating func keep(_ low: Double, _ high: Double) {
    let slack = (high - low) * 1e-9
    let kept = places.indices.filter { places[$0] >= low - slack && places[$0] <= high + slack }
    if !texts.isEmpty { texts = kept.map { texts[$0] } }
    places = kept.map { places[$0] }
  }

  private mutating func setTexts(_ axis: PlotAxis, _ view: (Double, Double)) {
    if !axis.hasTickTexts {
      texts = places.map { _ in "" }
    } else if let set = axis.tickTexts {
      texts = places.indices.map { $0 < set.count ? set[$0] : "" }
    } else if axis.isLogarithmic {
      texts = places.map(Self.power)
    } else {
      let made = TickText(places, view: view)
      (texts, factor) = (made.texts, made.factor)
    }
  }

  /// `2×10⁻¹` where a view has few powers of ten; none elsewhere.
  private static func minorText(_ value: Double, _ low: Double, _ high: Double) -> String {
    let powers = log10(high).rounded(.down) - (log10(low).nextDown).rounded(.down)
    guard powers <= 1 else { return "" }
    let exponent = log10(value).rounded(.down)
    let digit = (value / pow(10, exponent)).rounded()
    let isShown = log10(high / low) <= 0.4 || [2, 3, 4, 6].contains(digit)
    return isShown ? "\(Int(digit))\u{2009}\u{00D7}\u{2009}\(power(pow(10, exponent)))" : ""
  }

  /// `10⁻²`; other numbers as they are.
  private static func power(_ value: Double) -> String {
    let exponent = log10(value).rounded()
    guard abs(pow(10, exponent) - value) <= value * 1e-9 else { return "" }
    let digits = Array(
      "\u{2070}\u{00B9}\u{00B2}\u{00B3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}")
    let raised = String(abs(Int(exponent))).compactMap(\.wholeNumberValue).map { digits[$0] }
    return "10" + (exponent < 0 ? "\u{207B}" : "") + String(raised)
  }
}
