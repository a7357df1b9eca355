#!/usr/bin/env Rscript
# The steps of a study in R, for the tests of the package study: univariate Cox, correlation, LASSO (glmnet), score,
# Youden cut-off (pROC), log-rank, clinical Cox models with stepwise selection, baseline survival, performance.
# Usage: Rscript study_golden.R COHORT.csv example|zhang-2021 OUT.json [ICC.csv]
# Needs survival, glmnet, pROC, jsonlite.
suppressMessages({library(survival); library(glmnet); library(pROC)})
args <- commandArgs(TRUE); co <- read.csv(args[1], check.names = FALSE); zhang <- args[2] == "zhang-2021"
H <- 60
spec <- if (zhang) list(p = .05, r = Inf, fold = "foldid10", centred = FALSE,
    clinical = c("age", "menopause", "t_stage", "n_stage", "er", "pr", "her2", "ki67_initial", "ki67_surgery", "grade", "lvi", "aln_positive", "adj_chemo", "endocrine")) else
  list(p = .1, r = .9, fold = "foldid", centred = TRUE, clinical = c("age", "grade", "ki67", "aln"))
if (!zhang) { co$grade <- factor(co$grade); co$aln <- factor(co$aln, c("negative", "positive")) }
S <- function(d) Surv(d$dfs_months, d$dfs_event); tr <- co[co$set == "train", ]; va <- co[co$set == "validation", ]
feats <- grep("^original_", names(co), value = TRUE)
## 1. univariate, z by the training mean and SD
uni <- t(sapply(feats, function(v) { z <- as.numeric(scale(tr[[v]])); f <- coxph(S(tr) ~ z); c(coef = unname(coef(f)), p = summary(f)$coefficients[1, 5]) }))
kept <- feats[uni[, "p"] < spec$p]
## 2. correlation: in the order of P, keep a feature unless it resembles a kept one
low <- character(); for (v in kept[order(uni[kept, "p"])]) if (!any(abs(cor(tr[[v]], tr[low])) > spec$r)) low <- c(low, v)
low <- kept[kept %in% low]
## 3. LASSO on z-scores
z <- scale(as.matrix(tr[low])); cv <- cv.glmnet(z, S(tr), family = "cox", foldid = tr[[spec$fold]], thresh = 1e-14, maxit = 1e7)
b <- as.matrix(coef(cv, s = "lambda.min"))[, 1]; sel <- names(b)[b != 0]; raw <- b[sel] / apply(tr[sel], 2, sd)
icpt <- if (spec$centred) -sum(raw * colMeans(tr[sel])) else 0
score <- function(d) drop(as.matrix(d[sel]) %*% raw) + icpt; tr$signature <- score(tr); va$signature <- score(va)
## 4. cut-off: Youden for the event by the horizon, outcome known
y <- function(d) ifelse(d$dfs_months <= H & d$dfs_event == 1, 1, ifelse(d$dfs_months >= H, 0, NA))
rc <- function(d, m) roc(y(d), d[[m]], levels = c(0, 1), direction = "<", quiet = TRUE)
cut <- coords(rc(tr, "signature"), "best", best.method = "youden", ret = "threshold", transpose = FALSE)$threshold[1]
## 5. clinical variables
cand <- c("signature", spec$clinical); wald <- sapply(cand, function(v) { f <- coxph(as.formula(paste("S(tr) ~", v)), tr); drop(coef(f) %*% solve(vcov(f), coef(f))) })
pw <- pchisq(wald, sapply(cand, function(v) if (is.factor(tr[[v]])) nlevels(tr[[v]]) - 1 else 1), lower.tail = FALSE)
full <- coxph(as.formula(paste("Surv(dfs_months, dfs_event) ~", paste(cand[pw < .05], collapse = " + "))), tr)
fit <- step(full, direction = "backward", trace = 0); ci <- confint(fit); bh <- basehaz(fit, centered = FALSE); h0 <- bh$hazard[max(which(bh$time <= H))]
tr$lp <- predict(fit, tr, reference = "zero"); va$lp <- predict(fit, va, reference = "zero")
## 6. performance
perf <- function(d) { d$high <- as.integer(d$signature >= cut); km <- summary(survfit(S(d) ~ high, d), times = H, extend = TRUE); sd <- survdiff(S(d) ~ high, d)
  cc <- function(m) { k <- concordance(S(d) ~ d[[m]], reverse = TRUE); c(k$concordance, sqrt(k$var)) }; au <- function(m) as.numeric(ci.auc(rc(d, m), method = "delong"))[c(2, 1, 3)]
  s <- exp(-h0 * exp(d$lp)); list(n_high = sum(d$high), survival_low_high = km$surv, logrank_chisq = sd$chisq, c_signature = cc("signature"), c_nomogram = cc("lp"), auc_signature = au("signature"), auc_nomogram = au("lp"),
    slope = unname(coef(coxph(S(d) ~ I(log(-log(s)))))), risk = 1 - s) }
out <- list(univariate_coef = as.list(uni[, "coef"]), univariate_p = as.list(uni[, "p"]), screened = kept, kept = low, lambda = cv$lambda, cvm = unname(cv$cvm), cvsd = unname(cv$cvsd), lambda_min = cv$lambda.min,
  selected = as.list(b[sel]), raw = as.list(raw), intercept = icpt, cutoff = cut, clinical_p = as.list(pw), multivariate = as.list(coef(fit)), se = as.list(sqrt(diag(vcov(fit)))), hr_low = as.list(exp(ci[, 1])), hr_high = as.list(exp(ci[, 2])), p = as.list(summary(fit)$coefficients[, 5]),
  h0 = h0, training = perf(tr), validation = perf(va))
## 7. cohort114 only: figures of the paper with the published signature, and the treatment
if (zhang) { co$adj <- co$adj_chemo; all <- rbind(tr, va); all$high <- all$signature >= cut
  nc <- coords(rc(tr, "lp"), "best", best.method = "youden", ret = "threshold", transpose = FALSE)$threshold[1]; all$nomo <- all$lp >= nc
  tx <- function(d) { f <- coxph(S(d) ~ adj_chemo, d); e <- exp(c(coef(f), confint(f))); km <- summary(survfit(S(d) ~ adj_chemo, d), times = H, extend = TRUE)$surv; list(hr_none_over_chemo = 1 / e[c(1, 3, 2)], p = summary(f)$coefficients[1, 5], gain = km[2] - km[1]) }
  out$treatment <- list(all = tx(all), nomogram_high = tx(all[all$nomo, ]), nomogram_low = tx(all[!all$nomo, ])) }
## 8. cohort114 only: the published signature and the paper's own variables on the same patients; names are those of the table
if (zhang) { K <- c(original_firstorder_Kurtosis = -5.570173e-03, original_glcm_Correlation = 1.004042, original_glcm_MaximumProbability = -9.648413e-01, original_glszm_LargeAreaEmphasis = 1.643472e-08)
  co$sig <- drop(as.matrix(co[names(K)]) %*% K); tr <- co[co$set == "train", ]; va <- co[co$set == "validation", ]; F <- list()
  F$patients <- nrow(co); F$events <- sum(co$dfs_event); F$follow_up_mean <- mean(co$dfs_months); F$follow_up_min <- min(co$dfs_months); F$follow_up_max <- max(co$dfs_months)
  e <- co$dfs_months[co$dfs_event == 1]; F$time_to_event_mean <- mean(e); F$time_to_event_min <- min(e); F$time_to_event_max <- max(e); F$chemo_percent <- 100 * mean(co$adj_chemo)
  add <- function(name, f, j = 1) { v <- exp(c(coef(f)[j], confint(f)[j, ])); F[[name]] <<- v[[1]]; F[[paste0(name, "_lower")]] <<- v[[2]]; F[[paste0(name, "_upper")]] <<- v[[3]]; F[[paste0(name, "_p")]] <<- summary(f)$coefficients[j, 5] }
  add("univariate_signature", coxph(S(tr) ~ sig, tr)); add("univariate_ki67", coxph(S(tr) ~ ki67_surgery, tr)); add("univariate_aln", coxph(S(tr) ~ aln_positive, tr))
  m <- coxph(Surv(dfs_months, dfs_event) ~ sig + ki67_surgery + aln_positive, tr); add("multivariate_signature", m, 1); add("multivariate_ki67", m, 2); add("multivariate_aln", m, 3)
  tr$mlp <- predict(m, tr, reference = "zero"); va$mlp <- predict(m, va, reference = "zero")
  for (w in c("training", "validation")) { d <- if (w == "training") tr else va; for (k in c("sig", "mlp")) { a <- as.numeric(ci.auc(rc(d, k), method = "delong")); n <- paste0(w, if (k == "sig") "_auc_signature" else "_auc_nomogram"); F[[n]] <- a[2]; F[[paste0(n, "_lower")]] <- a[1]; F[[paste0(n, "_upper")]] <- a[3] }
    d$h <- d$sig > .185; s <- summary(survfit(S(d) ~ h, d), times = H, extend = TRUE)$surv; F[[paste0(w, "_dfs_low")]] <- s[1]; F[[paste0(w, "_dfs_high")]] <- s[2]; F[[paste0(w, "_logrank_p")]] <- pchisq(survdiff(S(d) ~ h, d)$chisq, 1, lower.tail = FALSE) }
  F$youden_cutoff <- coords(rc(tr, "sig"), "best", best.method = "youden", ret = "threshold", transpose = FALSE)$threshold[1]
  if (length(args) > 3) { ic <- read.csv(args[4], check.names = FALSE); icc21 <- function(X) { n <- nrow(X); k <- ncol(X); a <- summary(aov(c(X) ~ factor(rep(1:n, k)) + factor(rep(1:k, each = n))))[[1]]$`Mean Sq`; (a[1] - a[3]) / (a[1] + (k - 1) * a[3] + k * (a[2] - a[3]) / n) }
    v <- sapply(grep("^original_", names(ic), value = TRUE), function(f) icc21(cbind(ic[[f]][ic$reader == 1 & ic$session == 1], ic[[f]][ic$reader == 2 & ic$session == 1]))); F$icc_mean <- mean(v); F$icc_min <- min(v); F$icc_max <- max(v) }
  out$published <- F }
writeLines(jsonlite::toJSON(out, digits = NA, auto_unbox = TRUE, pretty = TRUE), args[3])
