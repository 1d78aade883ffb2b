import Kernels
import Memory
import Testing

/// Kernels look at the size of each run before the C code reads it, in every build.
@Suite struct SizeTests {
  @Test func `a run that is too short ends the program before it is read`() async {
    await #expect(processExitsWith: .failure) {
      let desk = Desk()
      KernelSet.active.addColumns(
        rows: 3, columns: 4, Elements(desk.zeros(11)), to: desk.zeros(4))
    }
    await #expect(processExitsWith: .failure) {
      let desk = Desk()
      KernelSet.active.accumulate(
        WindowTable(of: 8), images: 2, input: ImageBlock(desk.zeros(15), stride: 8), outputs: 1,
        weights: Elements(desk.zeros(8)), bias: nil, output: ImageBlock(desk.zeros(2), stride: 1))
    }
    await #expect(processExitsWith: .failure) {
      let desk = Desk()
      KernelSet.active.maxPool(
        PoolingWindows(rows: [0..<3], columns: [0..<1], width: 1), channels: 2,
        Elements(desk.zeros(5)), into: desk.zeros(2), winners: nil)
    }
    await #expect(processExitsWith: .failure) {
      let desk = Desk()
      KernelSet.active.convolveChannels(
        WindowTable(offsets: [0], segments: [0, 2], run: 2), images: 1,
        input: ImageBlock(desk.zeros(3), stride: 4), weights: Elements(desk.zeros(4)),
        bias: Elements(desk.zeros(2)), output: ImageBlock(desk.zeros(2), stride: 2))
    }
  }
}
