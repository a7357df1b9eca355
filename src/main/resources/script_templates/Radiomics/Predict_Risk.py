#@ ImagePlus image
#@ String (label = "Ki-67 at surgery (%), empty if unknown", value = "20", persist = false, required = false) ki67
#@ String (label = "Lymph node status", choices = {"unknown", "negative", "positive"}, persist = false) aln
#@ CommandService command
#@output Double risk_score
#@output String risk_group
#@output Double survival

# Predicts risk and survival for one CT stack whose lesion is outlined: in the ROI Manager, in the stack's overlay, or by
# the selection. Research use only.
#
# The command is called by its name as text: "from io.github... import" would look into Python's own module io.

result = command.run("io.github.radiomicsnomogram.fiji.command.PredictRisk", True, {
    "image": image,          # an ImagePlus, open or not
    "roi_source": "auto",    # or mask, file, manager, overlay, active
    "mask": "none",          # title or file of a label image, with "label": "1"
    "roi_file": "",          # a .roi or .zip file
    "model": "zhang-2021",   # or the file of a model of your own
    "ki67": ki67,
    "aln": aln,
    "show_features": False,
}).get()

if result.isCanceled():
    raise ValueError(result.getCancelReason())

# Numbers have full double precision; those that need a clinical value which is not known are None.
risk_score = result.getOutput("risk_score")
risk_group = result.getOutput("risk_group")
points = result.getOutput("points")
survival = result.getOutput("survival")
survival_low = result.getOutput("survival_low")
survival_high = result.getOutput("survival_high")

print("%s: risk score %r, %s risk" % (image.getTitle(), risk_score, risk_group))
if survival is not None:
    print("%.1f points, survival %.2f (%.2f to %.2f)" % (points, survival, survival_low, survival_high))

# The same in one row of an ImageJ table, and everything else there is to know:
table = result.getOutput("table")
for warning in result.getOutput("prediction").warnings():
    print("Warning: %s" % warning.message())
