import Notebooks
import Testing

struct `An address in Markdown` {
  @Test func `means the path that it was made of`() throws {
    var paths = (1...0x2FF).compactMap(UnicodeScalar.init).map { "a\($0)b\($0)" }
    paths = paths.map { $0 + ".files/%20%zz%c3%" + $0 }
    for path in paths {
      let address = MarkdownAddress.address(ofPath: path)
      #expect(MarkdownAddress.path(ofAddress: address) == path)
      #expect(notebook(Self.region(address)).regions.first?.figureFiles == [path])
    }
  }

  @Test(arguments: ["a%", "a%2", "%zz", "%ff", "%c3%28"])
  func `is the path where it is no address that anybody made`(address: String) {
    #expect(MarkdownAddress.path(ofAddress: address) == address)
  }

  private static func region(_ address: String) -> String {
    """
    <!-- caderno:out id=m key=0 -->

    ![a](\(address))

    <!-- /caderno:out sum=0 -->

    """
  }
}
