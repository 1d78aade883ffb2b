/// What is known of an array before a program runs: how long its axes are, where it has been said.
package struct KnownArray: Hashable, Sendable {
  /// The length of each axis; nil for one that isn't known.
  package var extents: [Int?]
  /// Its numbers are the whole numbers from 0 below this one, and each of them is there; nil where that isn't certain.
  package var classes: Int?

  /// An array of so many axes.
  package init(_ extents: [Int?], classes: Int? = nil) {
    (self.extents, self.classes) = (extents, classes)
  }

  /// How many numbers it has; nil where that isn't known.
  package var size: Int? { Self.product(extents) }

  /// The same shape with other numbers.
  package var unlabelled: KnownArray { KnownArray(extents) }

  /// So many labels in a row are taken to have all classes.
  private static let labelsWithAllClasses = 500

  /// The array with so many of its rows.
  package func rows(_ count: Int?) -> KnownArray {
    let isMuch = count.map { $0 >= Self.labelsWithAllClasses } ?? false
    return KnownArray([count] + extents.dropFirst(), classes: isMuch ? classes : nil)
  }

  /// The axis that a number means, which counts from the end where it is negative; nil where there is none.
  package func axis(_ number: Int) -> Int? {
    let axis = number < 0 ? number + extents.count : number
    return extents.indices.contains(axis) ? axis : nil
  }

  /// The array with its axes in the opposite order.
  package var turned: KnownArray { KnownArray(extents.reversed()) }

  /// The same numbers in another shape, in which one extent may be -1; nil where that can't be told.
  package func reshaped(_ wanted: [Int?]) -> KnownArray? {
    guard wanted.count(where: { $0 == -1 }) < 2 else { return nil }
    var result = KnownArray(wanted, classes: classes)
    guard let open = wanted.firstIndex(of: -1) else { return result }
    result.extents[open] = quotient(
      by: wanted.enumerated().filter { $0.offset != open }.map(\.element))
    return result
  }

  /// What stands for -1; where the length of the first axis isn't known, it still is if all others fit.
  private func quotient(by others: [Int?]) -> Int? {
    guard let size, let rest = Self.product(others), rest > 0, size % rest == 0 else { return nil }
    return size / rest
  }

  /// What elementwise arithmetic makes of several shapes; nil where they don't fit.
  package static func broadcast(_ arrays: [KnownArray]) -> KnownArray? {
    let rank = arrays.map(\.extents.count).max() ?? 0
    var extents: [Int?] = []
    for axis in 0..<rank {
      let lengths = arrays.compactMap { array -> Int?? in
        let place = axis - (rank - array.extents.count)
        return place < 0 ? nil : .some(array.extents[place])
      }
      let long = Set(lengths.compactMap(\.self)).subtracting([1])
      guard long.count < 2 else { return nil }
      // An unknown length is 1 or the known one.
      extents.append(long.first ?? (lengths.contains(nil) ? nil : 1))
    }
    return KnownArray(extents)
  }

  private static func product(_ extents: [Int?]) -> Int? {
    var product = 1
    for extent in extents {
      guard let extent else { return nil }
      let (next, overflows) = product.multipliedReportingOverflow(by: extent)
      if overflows { return nil }
      product = next
    }
    return product
  }
}

extension KnownArray: CustomStringConvertible {
  /// Python's tuple, with `None` for what isn't known.
  package var description: String {
    let texts = extents.map { $0.map(String.init) ?? "None" }
    return texts.count == 1 ? "(\(texts[0]),)" : "(\(texts.joined(separator: ", ")))"
  }
}
