import Tensors
import Testing

@Suite struct WindowAxisTests {
  @Test(
    arguments: [
      // input, kernel, stride, dilation, output, before, after: as Keras computes them.
      (28, 3, 1, 1, WindowPadding.valid, 26, 0, 0), (26, 2, 2, 1, .valid, 13, 0, 0),
      (11, 2, 2, 1, .valid, 5, 0, 0), (5, 7, 1, 1, .valid, 0, 0, 0),
      (28, 3, 1, 1, .same, 28, 1, 1), (28, 3, 2, 1, .same, 14, 0, 1), (7, 2, 2, 1, .same, 4, 0, 1),
      (10, 3, 1, 2, .same, 10, 2, 2), (10, 3, 1, 2, .valid, 6, 0, 0), (5, 1, 3, 1, .same, 2, 0, 0),
      (9, 3, 1, 2, .causal, 9, 4, 0), (9, 4, 3, 1, .causal, 3, 3, 0),
      (2, 5, 1, 1, .causal, 2, 4, 0),
    ])
  func `extents follow Keras`(
    input: Int, kernel: Int, stride: Int, dilation: Int, padding: WindowPadding, output: Int,
    before: Int, after: Int
  ) {
    let axis = WindowAxis(
      input: input, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    #expect([axis.output, axis.before, axis.after] == [output, before, after])
  }

  @Test func `a tap in the padding reads nothing`() {
    let axis = WindowAxis(input: 4, kernel: 3, padding: .same)
    #expect((0..<3).map { axis.position(output: 0, tap: $0) } == [nil, 0, 1])
    #expect((0..<3).map { axis.position(output: 3, tap: $0) } == [2, 3, nil])
  }
}
