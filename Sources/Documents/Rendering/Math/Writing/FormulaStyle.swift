/// Style rules of pages that have formulas: what MathML Core leaves to style sheets.
enum FormulaStyle {
  static let sheet = """
    math{font-family:"Latin Modern Math","STIX Two Math","Cambria Math","DejaVu Math TeX Gyre",math}
    mtd.left{text-align:left;text-align:-webkit-left}\
    mtd.right{text-align:right;text-align:-webkit-right}
    .m-neg{margin-left:-.167em}
    .m-bf{font-weight:700}.m-it{font-style:italic}.m-sf{font-family:var(--sans)}
    .m-tt{font-family:var(--mono)}.m-sf,.m-tt{font-size:.9em}
    .m-ol>mrow{border-top:.06em solid;padding-top:.12em}
    .m-ul>mrow{border-bottom:.06em solid;padding-bottom:.12em}
    .m-ol>mo,.m-ul>mo{font-size:.1em;color:transparent}
    .m-box{border:1px solid;padding:.3em}
    .m-al>mtr>mtd{padding:.5ex 0}.m-al>mtr>.left+.right{padding-left:2em}
    .m-ca>mtr>mtd:not(:first-child){padding-left:1em}
    .m-ml>mtr>mtd{padding:.5ex 0}.m-ml>mtr:first-child>mtd{padding-right:2em}\
    .m-ml>mtr:last-child>mtd{padding-left:2em}
    .m-su,.m-sd,.m-sx{padding:0 .1em;print-color-adjust:exact}
    .m-su{background:\(stroke(toLeft: true))}.m-sd{background:\(stroke(toLeft: false))}
    .m-sx{background:\(stroke(toLeft: true)),\(stroke(toLeft: false))}
    .m-jl{padding-left:0}.m-jr{padding-right:0}
    .m-sm>mtr>mtd{padding:.1ex .2em}
    .m-rt{border-top:1px solid}.m-rb{border-bottom:1px solid}.m-rl{border-left:1px solid}
    .m-rr{border-right:1px solid}
    math[display=block]:has(.m-tag){container-type:inline-size}
    math[display=block] .m-tag{width:100cqi}.m-tag>mtr>mtd:first-child,.m-tag>mtr>mtd:last-child{width:50%;padding:0}
    math mtr:target{outline:2px solid var(--link);outline-offset:4px}

    """

  /// A line from one corner to the opposite one: a gradient's middle goes through the corners beside its end.
  private static func stroke(toLeft: Bool) -> String {
    "linear-gradient(to top \(toLeft ? "left" : "right"),transparent calc(50% - .04em),"
      + "currentcolor calc(50% - .03em) calc(50% + .03em),transparent calc(50% + .04em))"
  }
}
