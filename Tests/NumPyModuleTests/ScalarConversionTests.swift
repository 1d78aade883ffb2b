import Testing

struct `An array as a Python number` {
  /// NumPy 2.4.6.
  @Test(arguments: ["float", "int"])
  func `is one without axes`(kind: String) {
    let source = """
      import numpy as np
      print(\(kind)(np.array(3.5)), \(kind)(np.float32(2.0)))
      for value in [np.array([1.5]), np.array([[2]]), np.array([1, 2])]:
          try:
              print(\(kind)(value))
          except TypeError as error:
              print(error)
      """
    let numbers = kind == "int" ? "3 2" : "3.5 2.0"
    let refusal = "only 0-dimensional arrays can be converted to Python scalars\n"
    #expect(printed(source) == "\(numbers)\n" + String(repeating: refusal, count: 3))
  }
}
