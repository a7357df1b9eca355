// Computes maps of features: each voxel of the ROI gets the feature of its neighbourhood. The ROI is what is outlined on
// the active stack: in the ROI Manager, in the stack's overlay, or by the selection. Research use only.

params = "";   // a PyRadiomics parameter file (YAML or JSON), whose section featureClass chooses the maps; "" for none
folder = "";   // a folder for NRRD files in double precision; "" for windows

options = "roi_source=auto params=[" + params + "] folder=[" + folder + "]";
if (params == "") options = options + " features=glcm_Correlation,firstorder_Entropy overlay";

// What is given here wins over the parameter file, for example: kernel_radius=2 masked_kernel=false init_value=nan
// grid=cropped bin_width=10 spacing=1,1,3 image_types=Original,LoG sigma=1,3
run("Feature Maps...", options);
