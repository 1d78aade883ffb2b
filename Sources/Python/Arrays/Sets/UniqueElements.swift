/// The different elements of an array, sorted, and where they are.
package struct UniqueElements {
  /// The elements without repetition, `[n]`, from the smallest; NaN counts as one and comes last.
  package let values: NumericArray
  /// The first place of each in the raveled array.
  package let firstIndices: NumericArray
  /// For each element of the array the place of its value, in the array's shape.
  package let inverse: NumericArray
  /// How often each occurs.
  package let counts: NumericArray

  /// Sorts the raveled array once.
  package init(_ array: NumericArray) throws(ArrayError) {
    let flat = try array.raveled()
    let order = flat.order()
    let numbers = flat.reals()
    let whole = flat.dtype.isFloating ? [] : flat.integers()
    func isSame(_ a: Int, _ b: Int) -> Bool {
      whole.isEmpty
        ? numbers[a] == numbers[b] || (numbers[a].isNaN && numbers[b].isNaN) : whole[a] == whole[b]
    }
    var (firsts, counts): ([Int], [Int]) = ([], [])
    var inverse = [Int](repeating: 0, count: flat.size)
    for place in order {
      if let first = firsts.last, isSame(first, place) {
        counts[counts.count - 1] += 1
      } else {
        firsts.append(place)
        counts.append(1)
      }
      inverse[place] = firsts.count - 1
    }
    firstIndices = try NumericArray(integers: firsts)
    values = try flat.taking(firstIndices, axis: 0)
    self.inverse = try NumericArray(integers: inverse, shape: array.shape)
    self.counts = try NumericArray(integers: counts)
  }
}
