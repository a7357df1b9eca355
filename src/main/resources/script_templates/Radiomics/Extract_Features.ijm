// Extracts PyRadiomics' features of what is outlined on the active stack: in the ROI Manager, in the stack's overlay, or
// by the selection. Runs with and without a screen. Research use only.

params = "";   // a PyRadiomics parameter file (YAML or JSON); "" for PyRadiomics' defaults
csv = getDirectory("temp") + "features.csv";

// For a label image instead of outlines: mask=[title or file] label=all; label=1,2,5 takes some of its ROIs.
// What is given here wins over the parameter file, for example: bin_width=10 spacing=1,1,3 interpolator=sitkLinear
// normalize=true force2d=true image_types=Original,LoG,Wavelet sigma=1,3 wavelet=haar features=firstorder,glcm_Contrast
// settings=[normalizeScale:100 removeOutliers:3] diagnostics layout=columns
run("Extract Features...", "roi_source=auto params=[" + params + "] csv=[" + csv + "]");

// The file has PyRadiomics' columns, a row for each ROI, and every digit.
lines = split(File.openAsString(csv), "\n");
print(getTitle() + ": " + lines.length - 1 + " ROI, " + lengthOf(lines[0]) + " characters of column names, in " + csv);
