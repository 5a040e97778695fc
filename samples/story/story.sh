# 一季度：计分，得到白名单
innopoints assess 2026Q1.csv -p zone-2026.yaml --period 2026Q1 -o q1
# 把白名单交给银行：只有该看的列，没有授权的企业留下
innopoints pack q1 --for points-loan -o q1-bank
# 二季度：带着银行的答复再计分；被拒而分数够的进入二次推荐
innopoints assess 2026Q2.csv -p zone-2026.yaml --period 2026Q2 --feedback bank-2026Q1.csv -o q2
# 两个季度比一比：新进、保留、调出、未申报、新申报
innopoints compare q1 q2
# 被拒又被再推荐的那一家，为什么
innopoints explain q2 示例博远智造有限公司
# 公示期间有异议：会议决定调出一家，分数不改
innopoints assess 2026Q2.csv -p zone-2026.yaml --period 2026Q2 --feedback bank-2026Q1.csv --adjust adjust-2026Q2.csv -o q2-final
# 公示名单：没有分数
innopoints publicity q2-final --from 2026-08-01 -o 公示.html
# 银行对二次推荐的答复到了：没有抵押物的那家拿到 500 万元，成效表里看得到
innopoints assess 2026Q2.csv -p zone-2026.yaml --period 2026Q2 --feedback bank-2026Q1.csv --feedback bank-2026Q2.csv --adjust adjust-2026Q2.csv --format csv -o q2-outcomes
