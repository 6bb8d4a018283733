import { comment, deleteComment, editComment } from "./change/comment.ts";
import { commitToBranch } from "./change/commit-to-branch.ts";
import { createHook, deleteHook } from "./change/hook.ts";
import {
  close,
  edit,
  label,
  openIssue,
  remove,
  renameLabel,
  reopen,
  retitle,
  transfer,
  unlabel,
} from "./change/issue.ts";
import { merge, openPull, pushToPull } from "./change/pull.ts";
import { createBranch, rename } from "./change/repository.ts";
import { dismissReview, requestReview, review } from "./change/review.ts";
import { beginRun, completeRun, startRun } from "./change/run.ts";
import { protect, requireContexts, setStatus, unprotect } from "./protect.ts";
import { deleteFile, editFile, push, renameFile } from "./push.ts";

/** The changes that a forge makes, with the same effect on `updated_at` as there. Each raises the repository's revision and tells its hooks. */
export const change = {
  openIssue,
  openPull,
  comment,
  editComment,
  deleteComment,
  edit,
  retitle,
  label,
  unlabel,
  renameLabel,
  close,
  reopen,
  merge,
  pushToPull,
  review,
  dismissReview,
  requestReview,
  startRun,
  beginRun,
  completeRun,
  remove,
  transfer,
  rename,
  createBranch,
  commitToBranch,
  createHook,
  deleteHook,
  push,
  editFile,
  renameFile,
  deleteFile,
  setStatus,
  protect,
  unprotect,
  requireContexts,
};
