// Opens a DICOM series with its ROIs (RTSTRUCT or SEG), extracts features of them, and writes one as DICOM SEG. Runs with
// and without a screen. Research use only.

path = "";       // folder of the series, with its sub-folders
series = "";     // which of several: number, UID or description
rois = "";       // the RTSTRUCT or SEG
name = "*";      // which ROIs: number, name, or pattern with * and ?
results = getDirectory("temp");

if (path == "") path = getDirectory("Folder of the DICOM series");
if (rois == "") rois = File.openDialog("RTSTRUCT or SEG");
run("Open DICOM Series...", "path=[" + path + "] series=[" + series + "]");   // suv=true for a PET in g/ml
run("Extract Features...", "roi_file=[" + rois + "] roi_name=[" + name + "] csv=[" + results + "features.csv]");
run("Import ROIs...", "roi_file=[" + rois + "] roi_name=[" + name + "] show=overlay");
run("Export Mask...", "roi_source=overlay out=[" + results + "all-rois-seg.dcm]");
print(getTitle() + ": " + Overlay.size + " outlines; results are in " + results);
