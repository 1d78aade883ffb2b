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
    .m-sm>mtr>mtd{padding:.1ex .2em}
    .m-rt{border-top:1px solid}.m-rb{border-bottom:1px solid}.m-rl{border-left:1px solid}
    .m-rr{border-right:1px solid}
    math[display=block]:has(.m-tag){container-type:inline-size}
    math[display=block] .m-tag{width:100cqi}.m-tag>mtr>mtd:first-child,.m-tag>mtr>mtd:last-child{width:50%;padding:0}
    math mtr:target{outline:2px solid var(--link);outline-offset:4px}

    """
}
