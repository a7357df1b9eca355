// Predicts risk and survival for the active CT stack, whose lesion is outlined: in the ROI Manager, in the stack's
// overlay, or by the selection. Runs with and without a screen. Research use only.

ki67 = "20";        // percent at surgery, "" if unknown
aln = "positive";   // lymph nodes at surgery: unknown, negative or positive

// For a label image instead of outlines: mask=[title or file] label=1; for a file of outlines: roi_file=[lesion.zip].
run("Predict Risk...", "roi_source=auto model=zhang-2021 ki67=[" + ki67 + "] aln=" + aln);

// The numbers are in the image's properties, to the last digit; "" stands for one that needs an unknown clinical value.
print(getTitle() + ": risk score " + Property.get("radiomics.risk_score") + ", " + Property.get("radiomics.risk_group") + " risk");
if (Property.get("radiomics.survival") != "") {
	print(Property.get("radiomics.points_total") + " points, survival " + Property.get("radiomics.survival") + " (" +
		Property.get("radiomics.survival_low") + " to " + Property.get("radiomics.survival_high") + ")");
}
