import Testing

@testable import Rendering

@Suite struct `Mathematics` {
  private static let cases: [(String, String)] = [
    ("x^2", "<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>"),
    ("a_{ij}", "<msub><mi>a</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
    ("28-3+1=26", "<mn>28</mn><mo>−</mo><mn>3</mn><mo>+</mo><mn>1</mn><mo>=</mo><mn>26</mn>"),
    ("2{,}303", "<mn>2,303</mn>"),
    (
      "\\ln 10 \\approx \\pi",
      "<mi>ln</mi><mspace width=\"0.17em\"></mspace><mn>10</mn><mo>≈</mo><mi>π</mi>"
    ),
    ("\\frac{1}{N}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>N</mi></mrow></mfrac>"),
    ("\\sqrt x", "<msqrt><mi>x</mi></msqrt>"),
    ("f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>"),
    ("\\mathbb{R}", "<mi>ℝ</mi>"),
    ("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
  ]

  @Test(arguments: cases)
  func `becomes MathML`(source: String, expected: String) {
    let html = TeXMath.html(source, isDisplay: false)
    #expect(html.hasPrefix("<math><semantics><mrow>\(expected)</mrow><annotation"))
    #expect(XMLReader(html).isWellFormed)
  }

  @Test(arguments: [
    "\\unknown", "{", "}", "x^", "x^2^3", "\\frac{1}", "\\text{", "\\", "a & b", "<script>\\x",
    String(repeating: "{", count: 2000), String(repeating: "x^{", count: 900),
  ])
  func `that is not understood stays as it is`(source: String) {
    let html = TeXMath.html(source, isDisplay: false)
    #expect(html == "<code class=\"tex\">\(Escaping.markup(source))</code>")
  }
}
