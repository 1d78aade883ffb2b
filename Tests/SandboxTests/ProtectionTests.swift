import Testing

@testable import Sandbox

struct `What the kernel holds` {
  @Test func `is named by its parts`() {
    #expect(Protection().text == "none")
    #expect(Protection(landlock: 7).text == "Landlock (ABI 7)")
    #expect(Protection(hasFilter: true).text == "seccomp")
    #expect(Protection(landlock: 1, hasFilter: true).text == "Landlock (ABI 1), seccomp")
  }

  @Test func `is whole where both parts hold`() {
    #expect(Protection(landlock: 1, hasFilter: true).isWhole)
    #expect(!Protection(landlock: 1).isWhole && !Protection(hasFilter: true).isWhole)
  }
}
